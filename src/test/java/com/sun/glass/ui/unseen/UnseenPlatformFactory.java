package com.sun.glass.ui.unseen;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/**
 * JavaFX's headless platform without a screen: windows are laid out, painted and work as on the headless one, but what
 * was painted is not copied, pixel by pixel, to a picture of the screen that no test looks at. That copy was a quarter
 * of the CPU time of the tests of windows. JavaFX finds this class by the name that {@code -Dglass.platform} gives.
 */
public final class UnseenPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new HeadlessApplication() {
            @Override
            public View createView() {
                return new HeadlessView() {
                    @Override
                    protected void _uploadPixels(long view, Pixels painted) {
                        // nobody sees it
                    }
                };
            }
        };
    }
}
