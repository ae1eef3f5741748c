package org.tokenlane.model.text;

/**
 * Work that an error of the virtual machine ended, such as too little memory, in words for the person at the keyboard.
 */
public final class ProgramFailure extends ShownException {

    private static final long serialVersionUID = 1;

    private ProgramFailure(Text shown, Error cause) {
        super(shown, cause);
    }

    public static ProgramFailure of(Error error) {
        return new ProgramFailure(switch (error) {
        case OutOfMemoryError memory -> FailureText.OUT_OF_MEMORY.with();
        case StackOverflowError stack -> FailureText.NESTED_TOO_DEEPLY.with();
        default -> FailureText.UNEXPECTED_ERROR.with(error.toString());
        }, error);
    }
}
