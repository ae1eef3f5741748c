package org.tokenlane.app;

/** The program's entry point. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        record P(int x) {
        }
        Object o = new P(args.length);
        if (o instanceof P(int x)) {
            System.out.println(x);
        }
    }
}
