package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What a backup has done.
 *
 * @param added segments that it has written.
 * @param standstill for how long the services stood still.
 * @param took from beginning to end.
 */
record BackupReport(Manifest manifest, Collection<SegmentEntry> added, Duration standstill, Duration took) {
    BackupReport {
        added = List.copyOf(added);
    }

    String text() {
        return String.format(
                "  %s records copied, %s, in %s%n"
                        + "  %s records in all, %s, of %s backups%n"
                        + "  recovery point %s UTC; the services stood still for %s ms%n",
                Words.count(records()),
                Words.bytes(bytes()),
                Words.of(took),
                Words.count(manifest.records()),
                Words.bytes(manifest.bytes()),
                Words.count(manifest.increments()),
                Words.at(manifest.cutAt()),
                Words.count(standstill.toMillis()));
    }

    String json() {
        return JsonText.object(json -> {
            json.writeNumberField("copiedRecords", records());
            json.writeNumberField("copiedBytes", bytes());
            json.writeNumberField("records", manifest.records());
            json.writeNumberField("bytes", manifest.bytes());
            json.writeNumberField("backups", manifest.increments());
            json.writeStringField("recoveryPoint", manifest.cutAt().toString());
            json.writeNumberField("standstillMillis", standstill.toMillis());
            json.writeNumberField("tookMillis", took.toMillis());
        });
    }

    long records() {
        return added.stream().mapToLong(SegmentEntry::records).sum();
    }

    private long bytes() {
        return added.stream().mapToLong(SegmentEntry::bytes).sum();
    }
}
