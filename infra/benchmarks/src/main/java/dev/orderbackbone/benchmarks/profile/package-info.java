/** Where the CPU goes: async-profiler in the processes of a contender. */
@NullMarked
package dev.orderbackbone.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
