package dev.orderbackbone.benchmarks.contender;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.Lifetime;
import dev.orderbackbone.local.StartCache;
import java.nio.file.Path;

/**
 * Where contenders run: each in a folder of its own below one root, on ports that nothing else has.
 *
 * @param cache what is unpacked once, shared with other installations.
 */
public record Place(Distribution distribution, Path root, Path cache) {
    /** The folder of one contender. */
    public DataFolder folder(Side side) {
        return new DataFolder(root.resolve(side.key()), cache);
    }

    /** Starts processes that end with this one. */
    public Launcher launcher(Side side) {
        return new Launcher(folder(side), Lifetime.ENDS_WITH_LAUNCHER, new StartCache(cache, StartCache.Mode.OFF));
    }
}
