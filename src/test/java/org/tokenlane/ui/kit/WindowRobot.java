package org.tokenlane.ui.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import org.hamcrest.Matcher;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * TestFX's robot, but it looks for nodes on JavaFX's thread. TestFX itself walks through the nodes on the test's thread,
 * which fails now and then while a page is still being filled ("Index 3 out of bounds").
 */
public final class WindowRobot extends FxRobot {

    @Override
    public NodeQuery lookup(String query) {
        return onWindowThread(super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        return onWindowThread(super.lookup(matcher));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return onWindowThread(super.lookup(predicate));
    }

    @Override
    public NodeQuery from(Node... parents) {
        return onWindowThread(super.from(parents));
    }

    @Override
    public NodeQuery from(Collection<Node> parents) {
        return onWindowThread(super.from(parents));
    }

    @Override
    public NodeQuery from(NodeQuery query) {
        return onWindowThread(super.from(query));
    }

    private static NodeQuery onWindowThread(NodeQuery query) {
        return (NodeQuery) Proxy.newProxyInstance(NodeQuery.class.getClassLoader(), new Class<?>[] { NodeQuery.class },
                (proxy, method, arguments) -> {
                    Object found = Platform.isFxApplicationThread()
                            ? call(query, method, arguments)
                            : WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(callable(query, method, arguments)));
                    return found instanceof NodeQuery next && method.getReturnType() == NodeQuery.class
                            ? onWindowThread(next)
                            : found;
                });
    }

    private static Callable<Object> callable(NodeQuery query, Method method, Object[] arguments) {
        return () -> {
            try {
                return call(query, method, arguments);
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Object call(NodeQuery query, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(query, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
