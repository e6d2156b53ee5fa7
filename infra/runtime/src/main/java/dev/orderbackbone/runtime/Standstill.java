package dev.orderbackbone.runtime;

import java.util.List;

/**
 * How far a process stands still.
 *
 * @param id of the standstill.
 * @param service which decides in this process.
 * @param members client ids of this process in the service's consumer group.
 * @param openTransactions that were open when it began and have not ended; while it is held and there is none, nothing moves.
 * @param held whether it has lasted without a break since it began.
 */
public record Standstill(String id, String service, List<String> members, int openTransactions, boolean held) {}
