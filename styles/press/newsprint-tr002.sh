#!/bin/sh
# Makes newsprint-tr002.icc again, byte for byte, from the characterisation data of CGATS/SNAP TR 002.
# Needs Argyll CMS 2.3.1 (Debian: argyll) and TR002.ti3 (Debian: icc-profiles-free); takes half a minute.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:-/usr/share/color/icc/TR002.ti3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$data" "$work/TR002.ti3"
echo "bcb14f76be42ebaa53cebdea3ae532af4c7717e7429d279323f7db8ad4a0b9d0  $work/TR002.ti3" | sha256sum --check --quiet

# 215 where 220 is wanted: the limit is overshot by up to three points between the nodes of the tables.
colprof -qm -l 215 -nc \
    -D "Coldset newsprint, CGATS/SNAP TR 002, 220 % ink in pictures" \
    -C "No copyright is claimed in this profile. Characterization data: ANSI CGATS/SNAP TR 002-2007, copyright 2007 NPES" \
    -O "$work/newsprint.icc" "$work/TR002"

# The date of making (ICC.1:2022, 7.2.8) is that of the data, 1 January 2007, whenever this is run.
printf '\007\327\000\001\000\001\000\000\000\000\000\000' | dd of="$work/newsprint.icc" bs=1 seek=24 conv=notrunc status=none
mv "$work/newsprint.icc" "$here/newsprint-tr002.icc"
