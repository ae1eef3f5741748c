package org.tokenlane.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tenant in which every user has overlapping sessions at one address, of any size and with any seed. */
public final class OverlapTenant {

    private OverlapTenant() {
    }

    /** Writes the exports of so many people into the folder and gives what is true of them. */
    public static SampleAnswers write(Path folder, int people, long seed) {
        World world = new World();
        world.attack = new World.Attack("", "", "", "", "", "", "", java.util.List.of(), java.util.List.of());
        new OverlapBuilder(seed, world).build(OverlapBuilder.some(people, seed));
        try {
            return SampleTenant.write(Files.createDirectories(folder), world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
