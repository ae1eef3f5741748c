package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLinesTest {

    @Test
    void aCommandOfAHundredLettersIsOneLineAndALongerOneIsContinuedInFrontOfAParameter() {
        String fits = "Get-MgUser -UserId '" + "x".repeat(74) + "' -All";
        assertThat(fits).hasSize(100);
        assertThat(CommandLines.of(fits)).containsExactly(fits);
        assertThat(CommandLines.of(fits + "x")).containsExactly("Get-MgUser -UserId '" + "x".repeat(74) + "' `",
                "  -Allx");
    }

    @Test
    void aBlankOfAQuotationIsNoPlaceHoweverItLooks() {
        String quoted = "'a -b " + "y".repeat(60) + " -c " + "z".repeat(40) + "'";
        assertThat(CommandLines.of("Set-Mailbox -Identity " + quoted + " -Force")).containsExactly(
                "Set-Mailbox `", "  -Identity `", "  " + quoted + " `", "  -Force");
    }

    @Test
    void aNumberBelowZeroIsNoParameterAndAnyBlankIsAPlaceWhereThereIsNone() {
        String words = "One " + "x".repeat(90) + " -1 a " + "y".repeat(20);
        assertThat(CommandLines.of(words)).containsExactly("One " + "x".repeat(90) + " -1 `", "  a " + "y".repeat(20));
    }

    @Test
    void aPipeBeginsALineRatherThanAnEarlierParameter() {
        assertThat(CommandLines.of("Get-Mailbox -Identity 'a@b.c' | Format-List " + "x,".repeat(40) + "y"))
                .containsExactly("Get-Mailbox -Identity 'a@b.c' `", "  | Format-List " + "x,".repeat(40) + "y");
    }

    @Test
    void eachLineOfACommentIsOne() {
        assertThat(CommandLines.of("# Remove-It -UserId '" + "x".repeat(70) + "' -MethodId '<id>' -Confirm"))
                .containsExactly("# Remove-It -UserId '" + "x".repeat(70) + "' `", "#   -MethodId '<id>' -Confirm");
    }

    @Test
    void theLinesTogetherAreTheCommand() {
        String command = "Get-A -B 'c d' | ForEach-Object { Remove-D -E $_.Id -F '" + "x".repeat(60) + "' } "
                + "-G ".repeat(60).strip();
        List<String> lines = CommandLines.of(command);
        assertThat(lines).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(String.join("\n", lines).replace(" `\n  ", " ")).isEqualTo(command);
    }

    @Test
    void aCommandWithoutBlanksStaysAsItIs() {
        assertThat(CommandLines.of("x".repeat(120))).containsExactly("x".repeat(120));
    }
}
