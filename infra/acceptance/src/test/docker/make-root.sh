#!/usr/bin/env bash
# Makes the root file system of a Kafka image from nothing but what is on this machine, so that no image registry is needed:
# a shell and a few programs with the libraries that they need, a Java runtime of the JDK in JAVA_HOME, and the broker's jars.
#
# make-root.sh DISTRIBUTION TAR
set -euo pipefail

readonly distribution=$1 tar=$2
readonly here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly jdk=${JAVA_HOME:?JAVA_HOME must name a JDK}
readonly programs=(bash cat env mkdir mv rm sed sleep tr)
# Logging needs java.beans, which java.se has among much else.
readonly modules=java.se,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

# The libraries of the files given, their loader among them, to where they are here.
copy_libraries_of() {
  local library
  { ldd "$@" 2>/dev/null || true; } | sed -n 's/.*[ \t]\(\/[^ ]*\) (0x.*/\1/p' | sort -u | while read -r library; do
    case $library in "$root"/*) continue ;; esac
    if [ ! -e "$root$library" ]; then
      mkdir -p "$root$(dirname "$library")"
      cp -L "$library" "$root$library"
    fi
  done
}

mkdir -p "$root"/{bin,tmp,etc/kafka/docker,opt/kafka,var/lib/kafka}
chmod 1777 "$root/tmp"
for program in "${programs[@]}"; do
  cp -L "$(command -v "$program")" "$root/bin/$program"
done
copy_libraries_of "$root"/bin/*
ln -s bash "$root/bin/sh"

"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$root/opt/java"
copy_libraries_of "$root/opt/java/bin/java" "$root"/opt/java/lib/*.so "$root"/opt/java/lib/server/*.so

# The broker's jars are those that the manifest of its own jar names; its lines are wrapped at 72 bytes.
readonly broker=$(echo "$distribution"/lib/infra-broker-*.jar)
manifest=$(cd "$root/tmp" && "$jdk/bin/jar" xf "$broker" META-INF/MANIFEST.MF && tr -d '\r' <META-INF/MANIFEST.MF | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g')
rm -r "$root/tmp/META-INF"
cp "$broker" "$root/opt/kafka/"
for jar in $(sed -n 's/^Class-Path: //p' <<<"$manifest"); do
  cp "$distribution/lib/$jar" "$root/opt/kafka/"
done

install -m 755 "$here/run" "$root/etc/kafka/docker/run"
cp "$here/logback.xml" "$root/etc/kafka/logback.xml"
tar -C "$root" -cf "$tar" .
