package org.tokenlane.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program is killed at random moments between its first look at the case and its end: {@value #KILLS} times in each
 * kind of work. Afterwards the case opens, contains whole files only and verifies, and the same work gives the same
 * content as undisturbed. {@code mvn verify -Ptrust}; {@code -Dtrust.kills} asks for another number,
 * {@code -Dtrust.seed} for other moments.
 */
@Tag("trust")
@EnabledOnOs(OS.LINUX) // sees in /proc when the case is opened
class RandomKillTest {

    private static final int KILLS = 29;
    /** Gives the moments; with the same one they are at the same parts of the work. */
    private static final int SEED = Integer.getInteger("trust.seed", 2026);

    @TempDir
    private static Path made;
    @TempDir
    private Path folder;
    @TempDir
    private static Path home;

    private static Work.Material material;

    @BeforeAll
    static void makeTheMaterial() throws Exception {
        material = new Work.Material(made);
    }

    /** How long an undisturbed run takes from its first look at the case. */
    private Duration undisturbed(Work work, int variant) throws Exception {
        Program program = Program.start(home, work.start(material, folder, variant));
        program.waitUntilItUses(folder);
        long begun = System.nanoTime();
        assertThat(program.end()).as(program.output()).isZero();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        work.check(material, folder, variant);
        assertThat(Work.temporaries(folder)).isEmpty();
        Work.clear(folder);
        return taken;
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void nothingIsHalfDoneWhereTheProgramIsKilled(Work work) throws Exception {
        int kills = Integer.getInteger("trust.kills", KILLS);
        SplittableRandom random = new SplittableRandom(SEED);
        Duration taken = undisturbed(work, 0);
        Map<String, Integer> found = new TreeMap<>();
        int killed = 0;
        int ended = 0;
        int temporaries = 0;
        for (int turn = 0; killed < kills && turn < 3 * kills; turn++) {
            Program program = Program.start(home, work.start(material, folder, turn));
            if (program.waitUntilItUses(folder)) {
                Thread.sleep(Duration.ofNanos(random.nextLong(taken.toNanos() + 1)));
            }
            boolean alive = program.isAlive();
            program.kill();
            temporaries += Work.temporaries(folder).isEmpty() ? 0 : 1;
            String state = work.check(material, folder, turn);
            if (alive) {
                killed++;
                found.merge(state, 1, Integer::sum);
            } else {
                ended++;
            }
            Work.clear(folder);
        }
        System.out.println(work.name().toLowerCase(Locale.ROOT) + ": " + killed + " killed in up to " + taken.toMillis()
                + " ms: " + found + "; a temporary file was left " + temporaries + " times; " + ended
                + " had ended before");
        assertThat(killed).isEqualTo(kills);
        assertThat(Files.list(folder)).isEmpty();
    }
}
