package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.text.Language;

/** What the window remembers survives it, and a broken file of it harms nobody. */
class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void recentCasesAreTheLatestFirstAndOnlyThoseThatAreThere() throws IOException {
        Path file = folder.resolve("settings/window.properties");
        Path one = Files.createFile(folder.resolve("one.tlcase"));
        Path two = Files.createFile(folder.resolve("zwei æ.tlcase"));
        Settings settings = new Settings(file);
        settings.opened(one);
        settings.opened(two);
        settings.opened(one);
        assertThat(new Settings(file).recent()).containsExactly(one, two);
        Files.delete(one);
        assertThat(new Settings(file).recent()).containsExactly(two);
    }

    @Test
    void theChosenLanguageIsKeptUntilItIsToFollowTheSystemAgain() {
        Path file = folder.resolve("window.properties");
        Settings settings = new Settings(file);
        assertThat(settings.language()).isEmpty();
        settings.speak(Language.DANISH);
        settings.save();
        Settings later = new Settings(file);
        assertThat(later.language()).contains(Language.DANISH);
        later.speak(null);
        later.save();
        assertThat(new Settings(file).language()).isEmpty();
    }

    @Test
    void aBrokenFileIsNoReasonNotToStart() throws IOException {
        Path file = Files.write(folder.resolve("window.properties"),
                new byte[] { (byte) 0xff, (byte) 0xfe, 0, '\\', 'u', 'z' });
        Settings settings = new Settings(file);
        assertThat(settings.number("width", 1_280)).isEqualTo(1_280);
        settings.put("width", "wide");
        assertThat(settings.number("width", 1_280)).isEqualTo(1_280);
    }
}
