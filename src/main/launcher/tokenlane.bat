@echo off
rem Runs Tokenlane with the first Java found that is new enough, from any folder and with any arguments. In this order:
rem TOKENLANE_JAVA_HOME, the runtime folder beside bin, JAVA_HOME, the java on the PATH, the usual places of Windows.
rem TOKENLANE_OPTS holds further options for Java, such as -Xmx4g.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "APP=%~dp0.."
set "JAVA="

if defined TOKENLANE_JAVA_HOME (
    call :take "%TOKENLANE_JAVA_HOME%"
    if not defined JAVA goto wrong
)
if not defined JAVA call :take "%APP%\runtime"
if not defined JAVA call :take "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J" == "" call :take "%%~dp$PATH:J.."
if not defined JAVA for /d %%V in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks" "%UserProfile%\scoop\apps") do (
    for /d %%H in ("%%~V\*") do (
        call :take "%%~H"
        call :take "%%~H\current"
    )
)
if not defined JAVA goto none

rem Commands that answer and end are over before code that is compiled twice, and several collecting threads, pay for
rem themselves. The window, imports and other long work run as Java usually does, with a heap that grows only when it must.
rem Java refuses two collectors.
set "TUNING=-XX:+UseParallelGC -Xms32m -XX:GCTimeRatio=19 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30"
for %%C in (session sessions token applications events search findings answers alike rules sigma state rejects log mark marks library kql --help -h --version -V) do if "%~1" == "%%C" set "TUNING=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if defined TOKENLANE_OPTS echo "%TOKENLANE_OPTS%" | findstr /r /c:"-XX:+Use.*GC" > nul && set "TUNING="

rem The console is set to UTF-8 for the run, and back afterwards.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "PAGE=%%C"
chcp 65001 > nul
"%JAVA%" --enable-native-access=ALL-UNNAMED %TUNING% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %TOKENLANE_OPTS% -jar "%APP%\lib\tokenlane.jar" %*
set "RESULT=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% > nul
exit /b %RESULT%

:wrong
echo TOKENLANE_JAVA_HOME is set to %TOKENLANE_JAVA_HOME%, which is not the home of a Java %NEEDED% or newer. 1>&2
exit /b 1

:none
echo Tokenlane needs Java %NEEDED% or newer and found none: install one, for example Temurin %NEEDED% (https://adoptium.net), or set TOKENLANE_JAVA_HOME to the folder of one. 1>&2
exit /b 1

rem Takes the Java at home %1 when its release file says that it is new enough; does not start it.
:take
if defined JAVA exit /b
if "%~1" == "" exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "delims=.-+" %%F in ("%%~R") do if %%F geq %NEEDED% set "JAVA=%~1\bin\java.exe"
exit /b
