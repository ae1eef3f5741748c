package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records with other texts in place of some; in the examples {@code ada} becomes {@code user1}. */
class RecordRewriterTest {

    private static String rewritten(String head, String record, Charset charset) throws Exception {
        FileForm form = FileForm.of(head.getBytes(charset), Map.of());
        return new String(RecordRewriter.rewrite(form, record.getBytes(charset),
                (parent, owner, name, text) -> text.equals("ada") ? "user1" : text.equals("7") ? "8" : text), charset);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":\"ada\",\"b\":1.50,\"c\":null,\"d\":[\"ada\",true]} | {\"a\":\"user1\",\"b\":1.50,\"c\":null,"
                + "\"d\":[\"user1\",true]}",
        "{\"a\":\"{\\\"b\\\":\\\"ada\\\"}\"} | {\"a\":\"{\\\"b\\\":\\\"user1\\\"}\"}",
        "{\"a\":\"{ \\\"b\\\": 5 }\"} | {\"a\":\"{ \\\"b\\\": 5 }\"}", "{\"a\":7} | {\"a\":8}",
        "{'a': 'ada', 'b': None} | {\"a\":\"user1\",\"b\":null}", "{\"a\":{\"b\":{}}} | {\"a\":{\"b\":{}}}",
        "{\"a\":[]} | {\"a\":[]}" })
    void jsonKeepsItsOrderAndItsKinds(String before, String after) throws Exception {
        assertThat(rewritten(before, before, StandardCharsets.UTF_8)).isEqualTo(after);
        assertThat(rewritten("\ufeff" + before, before, StandardCharsets.UTF_16LE)).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "ada,x, | user1,x,",
        "\"ada\",\"x,y\",z | user1,\"x,y\",z",
        "\"{\"\"b\"\":\"\"ada\"\"}\",,1 | \"{\"\"b\"\":\"\"user1\"\"}\",,1", "x,y,z,ada | x,y,z,user1",
        "x,{\"b\":\"ada\",\"c\":1},ada | x,\"{\"\"b\"\":\"\"user1\"\",\"\"c\"\":1}\",user1",
        "=\"ada\",\"=\"\"ada\"\"\",x | user1,user1,x", "{'b': 'ada'},y,z | \"{\"\"b\"\":\"\"user1\"\"}\",y,z",
        "\"{\"\"b\"\":\"\"ada\"\"}{\"\"b\"\":1}\",y,z | \"[{\"\"b\"\":\"\"user1\"\"},{\"\"b\"\":1}]\",y,z",
        "\"{\"\"b\"\":1} {\"\"b\"\":2}\",y,z | \"{\"\"b\"\":1} {\"\"b\"\":2}\",y,z" })
    void aRowKeepsItsCells(String before, String after) throws Exception {
        assertThat(rewritten("a,b,c\n", before, StandardCharsets.UTF_8)).isEqualTo(after);
    }

    @Test
    void aLineOfALogKeepsWhatIsAroundItsObject() throws Exception {
        assertThat(rewritten("x {\"a\":1}", "<1> ada {\"a\":\"ada\"} tail", StandardCharsets.UTF_8))
                .isEqualTo("<1> ada {\"a\":\"user1\"} tail");
        assertThat(rewritten("x {\"a\":1}", "{\"a\":\"ada\"}", StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"user1\"}");
    }

    @Test
    void aRowOfAnAnswerIsAList() throws Exception {
        assertThat(rewritten("{\"columns\":[\"A\",\"B\"],\"rows\":[[1]]}", "[\"ada\",{\"x\":\"ada\"},null,5]",
                StandardCharsets.UTF_8)).isEqualTo("[\"user1\",{\"x\":\"user1\"},null,5]");
    }

    @Test
    void aTextIsAskedForWithItsNameItsOwnerAndTheNameOfThat() throws Exception {
        List<String> asked = new ArrayList<>();
        RecordRewriter.Replacement ask = (parent, owner, name, text) -> {
            asked.add(parent + "/" + name + "=" + text + " of " + (owner == null ? null : owner.names()));
            return text;
        };
        String json = "{\"User Id\":\"u\",\"Target\":{\"X\":[\"y\",\"{\\\"z\\\":1}\"]}}";
        RecordRewriter.rewrite(FileForm.of(json.getBytes(StandardCharsets.UTF_8), Map.of()),
                json.getBytes(StandardCharsets.UTF_8), ask);
        assertThat(asked).containsExactly("/userid=u of [User Id, Target]", "target/x=y of [X]", "x/z=1 of [z]");
        asked.clear();
        RecordRewriter.rewrite(FileForm.of("User Id,b\n".getBytes(StandardCharsets.UTF_8), Map.of()),
                "u,v,w".getBytes(StandardCharsets.UTF_8), ask);
        assertThat(asked).containsExactly("/userid=u of [User Id, b]", "/b=v of [User Id, b]", "/=w of [User Id, b]");
        asked.clear();
        String rows = "{\"columns\":[\"User Id\"],\"rows\":[[1]]}";
        RecordRewriter.rewrite(FileForm.of(rows.getBytes(StandardCharsets.UTF_8), Map.of()),
                "[\"u\",\"v\"]".getBytes(StandardCharsets.UTF_8), ask);
        assertThat(asked).containsExactly("/userid=u of [User Id]", "/=v of [User Id]");
    }

    @Test
    void aNumberThatBecomesATextIsWrittenInQuotes() throws Exception {
        byte[] json = "{\"a\":5,\"b\":true,\"c\":6}".getBytes(StandardCharsets.UTF_8);
        FileForm form = FileForm.of(json, Map.of());
        assertThat(new String(RecordRewriter.rewrite(form, json, (parent, owner, name, text) -> switch (name) {
        case "a" -> "x";
        case "b" -> "-1.5";
        default -> text;
        }), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"x\",\"b\":-1.5,\"c\":6}");
    }

    @Test
    void whatIsNoRecordOfTheFormIsRefused() {
        assertThatThrownBy(() -> rewritten("a,b\n", "\"x\"y", StandardCharsets.UTF_8))
                .isInstanceOf(DamagedRecordException.class);
        assertThatThrownBy(() -> rewritten("{}", "{\"a\"", StandardCharsets.UTF_8))
                .isInstanceOf(DamagedRecordException.class);
    }
}
