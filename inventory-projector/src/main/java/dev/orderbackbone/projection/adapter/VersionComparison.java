package dev.orderbackbone.projection.adapter;

import static java.util.stream.Collectors.joining;

import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.TableComparison;
import dev.orderbackbone.projection.operations.TableComparison.Side;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the tables of two versions, in the snapshot that a connection has. Used by one thread. */
final class VersionComparison {
    private static final int MOST_EXAMPLES = 20;
    private static final String TALLIES = "tallies";

    /** Not made from the log alone: who was at work, and when. */
    private static final Set<String> NOT_COMPARED = Set.of("positions");

    /** All rows are read, by one process: whoever queries meanwhile needs the others. */
    private static final String WHOLE_TABLES =
            "set local enable_seqscan to on; set local enable_hashjoin to on; set local max_parallel_workers_per_gather to 0";

    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = to_regclass(?) and attnum > 0 and not attisdropped order by attname""";

    private static final String KEY = """
            select a.attname from pg_constraint c
            cross join lateral unnest(c.conkey) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
            where c.conrelid = to_regclass(?) and c.contype = 'p' order by k.place""";

    private static final String CHECKSUM = """
            select count(*), coalesce(sum(hashtextextended(row(${columns})::text, 0)::numeric), 0)::text from ${one}""";

    private static final String DIFFERING = """
            select d.key, count(*) over () as differing from (
                select ${key} as key from (
                    (select ${columns} from ${one} except all select ${columns} from ${other})
                    union all
                    (select ${columns} from ${other} except all select ${columns} from ${one})) r
                group by 1) d
            order by d.key limit ${most}""";

    private final Connection snapshot;
    private final ReadSchema one;
    private final ReadSchema other;

    private VersionComparison(Connection snapshot, ReadSchema one, ReadSchema other) {
        this.snapshot = snapshot;
        this.one = one;
        this.other = other;
    }

    static Comparison of(Connection snapshot, int one, int other) throws SQLException {
        try (Statement statement = snapshot.createStatement()) {
            statement.execute(WHOLE_TABLES);
        }
        VersionComparison comparison = new VersionComparison(snapshot, new ReadSchema(one), new ReadSchema(other));
        Set<String> tables = new TreeSet<>(VersionRows.tablesOf(snapshot, one));
        tables.addAll(VersionRows.tablesOf(snapshot, other));
        tables.removeAll(NOT_COMPARED);
        List<TableComparison> compared = new ArrayList<>();
        for (String table : tables) {
            compared.add(comparison.compare(table));
        }
        return new Comparison(one, other, compared);
    }

    private TableComparison compare(String table) throws SQLException {
        List<String> ofOne = names(COLUMNS, one.name() + "." + table);
        List<String> ofOther = names(COLUMNS, other.name() + "." + table);
        List<String> common = ofOne.stream().filter(ofOther::contains).toList();
        Side sideOfOne = side(one, table, common, ofOne);
        Side sideOfOther = side(other, table, common, ofOther);
        boolean areRowsEqual =
                sideOfOne.rows() == sideOfOther.rows() && sideOfOne.checksum().equals(sideOfOther.checksum());
        if (common.isEmpty() || areRowsEqual) {
            return new TableComparison(table, sideOfOne, sideOfOther, 0, List.of());
        }
        return differing(table, common, sideOfOne, sideOfOther);
    }

    private Side side(ReadSchema schema, String table, List<String> common, List<String> own) throws SQLException {
        if (own.isEmpty()) {
            return Side.NONE;
        }
        String columns = common.isEmpty() ? "null" : quoted(common);
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(
                        CHECKSUM.replace("${columns}", columns).replace("${one}", rowsOf(schema, table)))) {
            row.next();
            return new Side(
                    row.getLong(1),
                    row.getString(2),
                    own.stream().filter(column -> !common.contains(column)).toList());
        }
    }

    private TableComparison differing(String table, List<String> common, Side sideOfOne, Side sideOfOther)
            throws SQLException {
        String sql = DIFFERING
                .replace("${one}", rowsOf(one, table))
                .replace("${other}", rowsOf(other, table))
                .replace("${columns}", quoted(common))
                .replace("${key}", keyOf(table, common))
                .replace("${most}", Integer.toString(MOST_EXAMPLES));
        long differing = 0;
        List<String> examples = new ArrayList<>();
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                examples.add(row.getString(1));
                differing = row.getLong(2);
            }
        }
        return new TableComparison(table, sideOfOne, sideOfOther, differing, examples);
    }

    /** The order, where it is part of what makes a row unique; else all that does. */
    private String keyOf(String table, List<String> common) throws SQLException {
        List<String> key = names(KEY, other.name() + "." + table).stream()
                .filter(common::contains)
                .toList();
        if (key.isEmpty()) {
            return "r::text";
        }
        return key.contains("order_id")
                ? "order_id"
                : key.stream().map(column -> "\"" + column + "\"::text").collect(joining(" || '/' || "));
    }

    /** Of a compacted topic a rebuild no longer finds all records that were counted. */
    private static String rowsOf(ReadSchema schema, String table) {
        String name = schema.name() + "." + table;
        return table.equals(TALLIES)
                ? "(select * from " + name + " where topic not in (" + compactedTopics() + ")) t"
                : name;
    }

    private static String compactedTopics() {
        return Topics.ALL.stream()
                .filter(topic -> topic.retention() == Retention.LATEST_PER_KEY)
                .map(topic -> "'" + topic.name() + "'")
                .collect(joining(", "));
    }

    private List<String> names(String sql, String table) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(sql)) {
            statement.setString(1, table);
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\"").collect(joining(", "));
    }
}
