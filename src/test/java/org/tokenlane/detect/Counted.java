package org.tokenlane.detect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of the class are counted in the table of {@link Numbers}: {@code mvn verify -Pnumbers}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("numbers")
@ExtendWith(Numbers.class)
public @interface Counted {

    /** Under which name; empty for a class that only adds lines of its own. */
    String value();
}
