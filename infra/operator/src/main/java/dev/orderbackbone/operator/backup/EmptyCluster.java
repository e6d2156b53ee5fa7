package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Inventory.Found;
import dev.orderbackbone.operator.backup.Manifest.GroupEntry;
import dev.orderbackbone.operator.backup.Manifest.TopicEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.Cluster.Member;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** A cluster that a backup can be brought to: the topics of the catalogue are there, and nothing is in them. */
record EmptyCluster(Cluster cluster, Inventory inventory) {
    private static final String FRESH =
            "; restore to a fresh cluster, to which only 'deploy' has been (on this machine 'up --infrastructure')";

    /**
     * Returns if the backup can be brought here.
     *
     * @throws CommandFailure if not; says what is in the way.
     */
    void require(Manifest manifest) throws InterruptedException {
        inventory.requireCatalogue();
        for (TopicEntry topic : manifest.topics()) {
            Found found = inventory.topics().get(topic.name());
            int wanted = topic.partitions().size();
            if (found != null && found.partitions() != wanted) {
                throw new CommandFailure("topic " + topic.name() + " has " + found.partitions()
                        + " partitions, the backup has " + wanted + FRESH);
            }
        }
        requireNoMember(manifest);
        requireNoRecord();
        requireNoPosition(manifest);
    }

    private void requireNoRecord() throws InterruptedException {
        for (Map.Entry<TopicPartition, Long> end :
                cluster.uncommittedEnds(inventory.partitions()).entrySet()) {
            if (end.getValue() > 0) {
                throw new CommandFailure(
                        "the cluster is not empty: " + end.getKey() + " ends at offset " + end.getValue() + FRESH);
            }
        }
    }

    private void requireNoMember(Manifest manifest) throws InterruptedException {
        for (String group : groups(manifest)) {
            List<Member> members = cluster.membersOf(group);
            if (!members.isEmpty()) {
                throw new CommandFailure("the consumer group " + group + " has members: " + members
                        + "; stop the services, and simulators, and try again");
            }
        }
    }

    private void requireNoPosition(Manifest manifest) throws InterruptedException {
        for (GroupEntry group : manifest.groups()) {
            List<TopicPartition> partitions = group.positions().stream()
                    .map(position -> new TopicPartition(position.topic(), position.partition()))
                    .toList();
            Map<TopicPartition, Long> found = cluster.committedBy(group.name(), partitions);
            if (!found.isEmpty()) {
                throw new CommandFailure("the cluster is not empty: the consumer group " + group.name()
                        + " has positions: " + found + FRESH);
            }
        }
    }

    private static Set<String> groups(Manifest manifest) {
        Set<String> groups = new TreeSet<>();
        Inventory.deciders().stream().map(Consumer::name).forEach(groups::add);
        Inventory.workers().stream().map(Consumer::name).forEach(groups::add);
        manifest.groups().stream().map(GroupEntry::name).forEach(groups::add);
        return groups;
    }
}
