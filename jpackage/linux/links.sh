#!/bin/sh
# Makes the command tokenlane, its man pages and its completion known, or takes that back:
#     links.sh add|remove [FOLDER]
# FOLDER is /usr unless given; ~/.local needs no administrator. A file of the same name that is not ours stays.
set -e
lib=$(CDPATH= cd -P "$(dirname "$0")" && pwd)
to=${2:-/usr}

add() {
    if [ "$(readlink "$2")" = "$1" ] || { [ ! -e "$2" ] && [ ! -L "$2" ]; }; then
        mkdir -p "${2%/*}"
        ln -sf "$1" "$2"
    fi
}

remove() {
    if [ "$(readlink "$2")" = "$1" ]; then
        rm -f "$2"
    fi
}

case $1 in
    add | remove) ;;
    *)
        echo "Usage: links.sh add|remove [FOLDER]" >&2
        exit 2
        ;;
esac
"$1" "$lib/tokenlane.sh" "$to/bin/tokenlane"
"$1" "$lib/bash-completion/tokenlane" "$to/share/bash-completion/completions/tokenlane"
for page in "$lib"/man/man1/*.1; do
    "$1" "$page" "$to/share/man/man1/${page##*/}"
done
