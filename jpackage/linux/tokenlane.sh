#!/bin/sh
# The command tokenlane. Java reads arguments and file names in the locale's character set; one that is not UTF-8 would
# lose letters.
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
exec /opt/tokenlane/bin/tokenlane "$@"
