#!/bin/sh
# Tries the Debian package on a clean system, as root:
#     jpackage/linux/try-package.sh PACKAGE.deb FOLDER [SUITE [MIRROR]]
# Puts a minimal Debian into FOLDER/root (debootstrap; one that is there is used), installs the package with what it asks
# for, runs commands, man page and window (under Xvfb), takes a picture (FOLDER/window.png) and removes the package. Prints
# sizes, times and memory, and fails where something is missing, or is left. Needs debootstrap, Xvfb, xwininfo and import
# (ImageMagick).
set -e
package=$(readlink -f "$1")
folder=$2
suite=${3:-bookworm}
mirror=${4:-http://deb.debian.org/debian}
screen=:93
mkdir -p "$folder"
folder=$(readlink -f "$folder")
root=$folder/root

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f s", to - from }'; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
analyst() { chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/analyst LC_ALL=C.UTF-8 DISPLAY=$screen "$@"; }

finish() {
    [ -z "$program" ] || kill "$program" 2> /dev/null || true
    [ -z "$server" ] || kill "$server" 2> /dev/null || true
    sleep 1
    for mounted in tmp/.X11-unix dev proc; do
        umount "$root/$mounted" 2> /dev/null || true
    done
}
program=
server=
trap finish EXIT

[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
mkdir -p "$root/home/analyst"
chown 1000:1000 "$root/home/analyst"
cp "$package" "$root/package.deb"

inside apt-get -qq update
inside apt-get -qq -y -o Dpkg::Options::=--force-unsafe-io install --no-install-recommends man-db bash-completion > "$folder/apt.log" 2>&1
# the folders in which a desktop keeps its menu and icons: without them, the package enters itself in no menu
mkdir -p "$root/etc/xdg/menus/applications-merged" "$root/usr/share/applications" "$root/usr/share/desktop-directories" \
    "$root/usr/share/icons/hicolor"
start=$(now)
inside apt-get -qq -y -o Dpkg::Options::=--force-unsafe-io install --no-install-recommends /package.deb >> "$folder/apt.log" 2>&1 \
    || fail "apt-get install, see $folder/apt.log"
say "installed with what it asks for: $(since "$start")"
say "package: $(du -m "$package" | cut -f1) MB, installed: $(du -sm "$root/opt/tokenlane" | cut -f1) MB"
inside dpkg-query -W libgtk-3-0 > /dev/null || fail "GTK was not installed"

analyst tokenlane --version
analyst tokenlane sample --out /home/analyst/sample > /dev/null
start=$(now)
analyst tokenlane import --case /home/analyst/sample.tlcase /home/analyst/sample > /dev/null
say "sample imported: $(since "$start")"
start=$(now)
sessions=$(analyst tokenlane sessions --case /home/analyst/sample.tlcase | tail -1)
say "command sessions: $sessions, $(since "$start")"
lib=/opt/tokenlane/lib
analyst $lib/runtime/bin/java @$lib/commands.args -XX:AOTMode=on -XX:AOTCache=$lib/app/classes.aot -jar $lib/app/tokenlane.jar \
    --version > /dev/null || fail "the cache of classes does not fit"
[ "$(analyst man tokenlane | head -1 | cut -c1-12)" = "TOKENLANE(1)" ] || fail "man tokenlane"
analyst man tokenlane-import | grep -q date-order || fail "man tokenlane-import"
inside bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader tokenlane; complete -p tokenlane' > /dev/null \
    || fail "the completion is not found"
grep -q tlcase "$root/usr/share/mime/packages/tokenlane-tokenlane-MimeInfo.xml" || fail "the file type is missing"
ls "$root"/usr/share/applications/*tokenlane*.desktop > /dev/null || fail "the menu entry is missing"

Xvfb $screen -screen 0 1400x900x24 -ac > /dev/null 2>&1 &
server=$!
sleep 2
start=$(now)
exec_analyst() { exec chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/analyst LC_ALL=C.UTF-8 DISPLAY=$screen "$@"; }
exec_analyst tokenlane /home/analyst/sample.tlcase > "$folder/window.log" 2>&1 &
program=$!
for try in $(seq 600); do
    DISPLAY=$screen xwininfo -root -tree | grep -q '1280x800' && break
    sleep 0.2
done
say "window: $(since "$start")"
sleep "${LOOK:-60}"
kill -0 "$program" 2> /dev/null || fail "the window is gone: $(cat "$folder/window.log")"
DISPLAY=$screen import -window root "$folder/window.png"
# each step of the command replaces the one before it, so the process that was started is the window's
memory=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$program/status")
say "memory with the case open: $memory MB; picture: $folder/window.png"
kill "$program"
program=

inside dpkg --purge tokenlane >> "$folder/apt.log" 2>&1 || fail "purge, see $folder/apt.log"
left=$(find "$root/usr" "$root/opt" "$root/etc" "$root/var" -xdev \( -iname '*tokenlane*' -o -lname '*tokenlane*' -o -iname '*tlcase*' \) \
    ! -path '*/var/log/*' ! -path '*/var/cache/apt/*' 2> /dev/null || true)
left="$left$(grep -rls tokenlane "$root/usr/share/applications" "$root/usr/share/mime" "$root/etc" || true)"
[ -z "$left" ] || fail "left behind: $left"
say "removed: nothing is left but the analyst's files: $(cd "$root/home/analyst" && ls -A | tr '\n' ' ')"
