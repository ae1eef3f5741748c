package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML with its lines. A file may come from anybody: it never creates objects of classes that it names, and
 * cannot grow by its aliases.
 */
public final class YamlFile {

    private static final int MOST_PARTS = 500_000;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_LEVELS = 60;

    private final String file;
    private int parts;

    private YamlFile(String file) {
        this.file = file;
    }

    /**
     * The documents of a file.
     *
     * @param file
     *            its name for messages
     * @throws SigmaException
     *             where it is not valid YAML, with the line
     */
    public static List<Yaml> documents(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setSchema(new CoreSchema())
                .setMaxAliasesForCollections(MOST_ALIASES).build();
        YamlFile reader = new YamlFile(file);
        List<Yaml> documents = new ArrayList<>();
        try {
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(reader.read(node, 0));
            }
        } catch (MarkedYamlEngineException e) {
            throw new SigmaException(new SigmaPlace(file, e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)),
                    SigmaRuleText.YAML_INVALID.with(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new SigmaException(new SigmaPlace(file, 0),
                    SigmaRuleText.YAML_INVALID.with(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        return documents;
    }

    private Yaml read(Node node, int level) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (++parts > MOST_PARTS || level > MOST_LEVELS || node.isRecursive()) {
            throw new SigmaException(new SigmaPlace(file, line),
                    SigmaRuleText.FILE_TOO_COMPLEX.with());
        }
        return switch (node) {
        case ScalarNode scalar -> scalar(scalar, line);
        case SequenceNode list ->
            new Yaml.Items(list.getValue().stream().map(item -> read(item, level + 1)).toList(), line);
        case MappingNode map -> entries(map, level, line);
        default -> throw new SigmaException(new SigmaPlace(file, line), SigmaRuleText.CANNOT_BE_READ.with());
        };
    }

    private Yaml entries(MappingNode map, int level, int line) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            int at = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SigmaException(new SigmaPlace(file, at), SigmaRuleText.CANNOT_BE_READ.with());
            }
            if (entries.put(key.getValue(), read(tuple.getValueNode(), level + 1)) != null) {
                throw new SigmaException(new SigmaPlace(file, at),
                        SigmaRuleText.NAME_TWICE.with(key.getValue()));
            }
        }
        return new Yaml.Entries(entries, line);
    }

    private static Yaml.Scalar scalar(ScalarNode node, int line) {
        String text = node.getValue();
        return new Yaml.Scalar(value(node.getTag(), text), text, line);
    }

    private static @Nullable Object value(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text.equalsIgnoreCase("true"));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return text.startsWith("0x") ? new BigDecimal(new BigInteger(text.substring(2), 16))
                        : text.startsWith("0o") ? new BigDecimal(new BigInteger(text.substring(2), 8))
                                : new BigDecimal(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException notAPlainNumber) {
            return text;
        }
        return text;
    }
}
