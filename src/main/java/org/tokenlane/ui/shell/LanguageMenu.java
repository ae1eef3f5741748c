package org.tokenlane.ui.shell;

import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Language;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** The choice of the program's language. It holds from the next start: what is shown was put into words before. */
final class LanguageMenu {

    private LanguageMenu() {
    }

    static Menu of(Settings settings, Workbench workbench) {
        Menu menu = Captions.menu(ShellText.LANGUAGE);
        menu.setId("languages");
        ToggleGroup one = new ToggleGroup();
        Optional<Language> wanted = settings.language();
        RadioMenuItem system = Captions.radioItem(ShellText.LANGUAGE_OF_SYSTEM);
        system.setSelected(wanted.isEmpty());
        menu.getItems().add(kept(system, one, null, settings, workbench));
        for (Language language : Language.values()) {
            RadioMenuItem entry = Captions.valueRadioItem(language.ownName());
            entry.setSelected(wanted.equals(Optional.of(language)));
            menu.getItems().add(kept(entry, one, language, settings, workbench));
        }
        return menu;
    }

    private static RadioMenuItem kept(RadioMenuItem entry, ToggleGroup one, @Nullable Language language,
            Settings settings, Workbench workbench) {
        entry.setToggleGroup(one);
        entry.setOnAction(event -> {
            settings.speak(language);
            settings.saveBy(workbench.background());
            workbench.messages().info(ShellText.LANGUAGE_LATER.with());
        });
        return entry;
    }
}
