#!/bin/sh
# The command tokenlane, with the Java that came with it, from wherever its folder is and through any symbolic links.
# Java reads arguments and file names in the locale's character set; one that is not UTF-8 would lose letters.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *)
        if [ -n "${LC_ALL:-}" ]; then
            export LC_ALL=C.UTF-8
        else
            export LC_CTYPE=C.UTF-8
        fi
        ;;
esac

# sets "folder" to the folder that holds the file $1
folder() {
    case $1 in
        */*) folder=${1%/*} ;;
        *) folder=. ;;
    esac
}

own=$0
folder "$own"
while [ -L "$own" ]; do
    target=$(readlink "$own")
    case $target in
        /*) own=$target ;;
        *) own=$folder/$target ;;
    esac
    folder "$own"
done
# in lib of the installed program, in the top folder of the portable one
[ -x "$folder/bin/tokenlane" ] || folder=$folder/..
app=$(CDPATH= cd -P "$folder" && pwd) || exit 1

# Commands that answer and end are run without jpackage's launcher, which asks the package manager who it is, and with a
# cache of classes as long as it fits the libraries; Java says nothing where it does not. bin/tokenlane has the other options.
case ${1:-} in
    session | sessions | token | applications | events | search | findings | answers | alike | rules | sigma | state | \
        rejects | log | mark | marks | library | kql | --help | -h | --version | -V)
        set -- -jar "$app/lib/app/tokenlane.jar" "$@"
        if [ -r "$app/lib/app/classes.aot" ]; then
            set -- "-XX:AOTCache=$app/lib/app/classes.aot" "-Xlog:aot*=off,cds*=off,class+path=off" "$@"
        fi
        exec "$app/lib/runtime/bin/java" "@$app/lib/commands.args" "$@"
        ;;
esac
exec "$app/bin/tokenlane" "$@"
