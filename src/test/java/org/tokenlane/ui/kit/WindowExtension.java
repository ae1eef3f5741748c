package org.tokenlane.ui.kit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.testfx.framework.junit5.ApplicationExtension;

/** TestFX for a test of a window, with a robot that looks for nodes on JavaFX's thread. */
public final class WindowExtension extends ApplicationExtension {

    private final WindowRobot robot = new WindowRobot();

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }
}
