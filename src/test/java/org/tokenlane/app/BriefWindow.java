package org.tokenlane.app;

import java.time.Duration;

/** The program's own window on the headless platform, which ends after so many seconds. */
final class BriefWindow {

    private BriefWindow() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[0])));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.out.println("the window was shown");
            Runtime.getRuntime().halt(0);
        });
        Launcher.main(new String[] { arguments[1] });
    }
}
