@echo off
rem Starts Tokenlane from any folder with a Java 25 or newer, which need not be the default one.
setlocal
set "HERE=%~dp0.."
set "FOUND="
call :try "%TOKENLANE_JAVA_HOME%"
call :try "%HERE%\runtime"
call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  for /d %%D in ("%%~R\*") do call :try "%%~D"
)
if not defined FOUND (
  echo Tokenlane needs a Java 25 or newer: install one ^(such as Temurin 25^) or set TOKENLANE_JAVA_HOME to its folder. 1>&2
  exit /b 1
)
"%FOUND%" --enable-native-access=ALL-UNNAMED -XX:+UseParallelGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %TOKENLANE_OPTS% -cp "%HERE%\lib\*" org.tokenlane.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do set "MAJOR=%%~M"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ 25 set "FOUND=%~1\bin\java.exe"
exit /b 0
