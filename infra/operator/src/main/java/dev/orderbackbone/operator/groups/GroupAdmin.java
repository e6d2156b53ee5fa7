package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.Cluster.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Asks a cluster about its groups, and sets positions. To be closed. */
final class GroupAdmin implements AutoCloseable {
    private static final Set<GroupType> WITH_POSITIONS = Set.of(GroupType.CLASSIC, GroupType.CONSUMER);

    private final Admin admin;
    private final Cluster cluster;

    GroupAdmin(Map<String, Object> clientProperties) {
        admin = Admin.create(clientProperties);
        cluster = new Cluster(clientProperties);
    }

    /** What can be asked about partitions. */
    Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
        admin.close();
    }

    /** All groups, by name. */
    List<Group> all() throws InterruptedException {
        List<Group> groups = new ArrayList<>();
        for (GroupListing listing : Cluster.get(admin.listGroups().all())) {
            GroupType type = listing.type().orElse(GroupType.UNKNOWN);
            groups.add(new Group(
                    listing.groupId(),
                    type.toString(),
                    listing.groupState().map(GroupState::toString).orElse(""),
                    WITH_POSITIONS.contains(type) ? membersOf(listing.groupId()) : List.of()));
        }
        groups.sort(Comparator.comparing(Group::name));
        return groups;
    }

    private List<String> membersOf(String group) throws InterruptedException {
        return cluster.membersOf(group).stream().map(Member::toString).toList();
    }

    /** A group's positions. */
    Map<TopicPartition, Long> positionsOf(String group) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> stored =
                Cluster.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> positions = new HashMap<>();
        stored.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        return positions;
    }

    /**
     * Sets positions.
     *
     * @throws CommandFailure if somebody has joined the group.
     */
    void set(String group, Map<TopicPartition, Long> positions) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> wanted =
                new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        positions.forEach((partition, offset) -> wanted.put(partition, new OffsetAndMetadata(offset)));
        try {
            Cluster.get(admin.alterConsumerGroupOffsets(group, wanted).all());
        } catch (UnknownMemberIdException active) {
            throw new CommandFailure("somebody has joined group " + group + " meanwhile: nothing was set", active);
        }
    }
}
