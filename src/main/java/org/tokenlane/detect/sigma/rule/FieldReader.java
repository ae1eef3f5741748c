package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tokenlane.query.Network;

/**
 * Reads one line of a selection, {@code Field|contains|all: values}, or a list of keywords: applies the modifiers to
 * the values in the order in which they stand.
 */
final class FieldReader {

    private static final Set<String> NOT_FOR_KEYWORDS = Set.of("startswith", "endswith", "exists", "fieldref", "lt",
            "lte", "gt", "gte", "neq", "cidr");

    /** What kind of test the values make. */
    private enum Type {
        TEXT, EXPRESSION, NETWORK, COMPARED, EXISTS, FIELD
    }

    private final String file;
    private final Map<String, List<String>> placeholders;
    private final String name;
    private final int line;
    private final List<List<SigmaText>> texts = new ArrayList<>();
    private Type type = Type.TEXT;
    private ValueTest.Order order = ValueTest.Order.EQUAL;
    private Search.Likeness likeness = Search.Likeness.EQUAL;
    private int expressionFlags;
    private boolean textChanged;
    private boolean all;
    private boolean cased;
    private boolean differs;

    private FieldReader(String file, Map<String, List<String>> placeholders, String name, int line) {
        this.file = file;
        this.placeholders = placeholders;
        this.name = name;
        this.line = line;
    }

    /**
     * @param key
     *            the field with its modifiers; without a field it is of keywords
     * @param placeholders
     *            what {@code expand} puts in place of a placeholder, by its name
     */
    static Search read(String file, String key, Yaml value, Map<String, List<String>> placeholders) {
        String[] parts = key.split("\\|", -1);
        FieldReader reader = new FieldReader(file, placeholders, parts[0].strip(), value.line());
        List<Yaml.Scalar> values = reader.scalars(value);
        List<String> modifiers = java.util.Arrays.stream(parts).skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT)).toList();
        if (reader.name.isEmpty()) {
            modifiers.stream().filter(NOT_FOR_KEYWORDS::contains).findFirst().ifPresent(modifier -> {
                throw reader.problem("The modifier “" + modifier + "” needs a field; keywords have none");
            });
        }
        if (modifiers.contains("expand")) {
            values = reader.expanded(values);
        }
        values.forEach(each -> reader.texts.add(List.of(SigmaText.of(each.value() == null ? "" : each.text()))));
        modifiers.forEach(reader::apply);
        return reader.search(values);
    }

    private SigmaException problem(String text) {
        return new SigmaException(new SigmaPlace(file, line), text);
    }

    private List<Yaml.Scalar> scalars(Yaml value) {
        List<Yaml> given = value instanceof Yaml.Items list ? list.items() : List.of(value);
        if (given.isEmpty()) {
            throw problem("“" + name + "” has an empty list of values");
        }
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml each : given) {
            if (!(each instanceof Yaml.Scalar scalar)) {
                throw problem("“" + name + "” has " + each.kind() + " as a value; that is not supported");
            }
            scalars.add(scalar);
        }
        return scalars;
    }

    private List<Yaml.Scalar> expanded(List<Yaml.Scalar> values) {
        List<Yaml.Scalar> expanded = new ArrayList<>();
        for (Yaml.Scalar value : values) {
            try {
                Placeholders.expand(value.text(), placeholders)
                        .forEach(text -> expanded.add(new Yaml.Scalar(text, text, value.line())));
            } catch (SigmaException e) {
                throw problem(e.getMessage());
            }
        }
        return expanded;
    }

    private void apply(String modifier) {
        switch (modifier) {
        case "all" -> all = true;
        case "cased" -> cased = true;
        case "neq" -> differs = true;
        case "expand" -> textChanged = true;
        case "contains" -> around(Search.Likeness.CONTAINS);
        case "startswith" -> around(Search.Likeness.STARTS_WITH);
        case "endswith" -> around(Search.Likeness.ENDS_WITH);
        case "windash" -> change(modifier, text -> List.of(text.withAnyDash()), true);
        case "wide", "utf16le" -> change(modifier, text -> List.of(Encodings.utf16(text, true, false)), false);
        case "utf16be" -> change(modifier, text -> List.of(Encodings.utf16(text, false, false)), false);
        case "utf16" -> change(modifier, text -> List.of(Encodings.utf16(text, true, true)), false);
        case "base64" -> change(modifier, text -> List.of(Encodings.base64(text)), false);
        case "base64offset" -> change(modifier, Encodings::base64AtAnyOffset, false);
        case "re" -> become(Type.EXPRESSION, modifier);
        case "i", "m", "s" -> flag(modifier);
        case "cidr" -> become(Type.NETWORK, modifier);
        case "lt", "lte", "gt", "gte" -> compare(modifier);
        case "exists" -> become(Type.EXISTS, modifier);
        case "fieldref" -> become(Type.FIELD, modifier);
        default -> throw problem("The modifier “" + modifier + "” is not supported");
        }
    }

    private void become(Type wanted, String modifier) {
        if (type != Type.TEXT || textChanged && wanted != Type.FIELD) {
            throw problem("The modifier “" + modifier + "” does not go together with those before it");
        }
        type = wanted;
    }

    private void compare(String modifier) {
        become(Type.COMPARED, modifier);
        order = switch (modifier) {
        case "lt" -> ValueTest.Order.LESS;
        case "lte" -> ValueTest.Order.AT_MOST;
        case "gt" -> ValueTest.Order.MORE;
        default -> ValueTest.Order.AT_LEAST;
        };
    }

    private void flag(String modifier) {
        if (type != Type.EXPRESSION) {
            throw problem("The modifier “" + modifier + "” stands only behind “re”");
        }
        expressionFlags |= switch (modifier) {
        case "i" -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case "m" -> Pattern.MULTILINE;
        default -> Pattern.DOTALL;
        };
    }

    private void around(Search.Likeness where) {
        if (type == Type.TEXT) {
            textChanged = true;
            texts.replaceAll(variants -> variants.stream()
                    .map(text -> where == Search.Likeness.STARTS_WITH ? text.anythingBehind()
                            : where == Search.Likeness.ENDS_WITH ? text.anythingBefore()
                                    : text.anythingBefore().anythingBehind())
                    .toList());
        } else if (type != Type.FIELD) {
            throw problem("The modifier “" + where.name().toLowerCase(Locale.ROOT).replace("_", "")
                    + "” does not go together with those before it");
        }
        likeness = where;
    }

    private void change(String modifier, java.util.function.Function<SigmaText, List<SigmaText>> change,
            boolean takesWildcards) {
        if (type != Type.TEXT) {
            throw problem("The modifier “" + modifier + "” does not go together with those before it");
        }
        textChanged = true;
        texts.replaceAll(variants -> variants.stream().flatMap(text -> {
            if (!takesWildcards && text.hasWildcards()) {
                throw problem("The modifier “" + modifier + "” cannot be applied to a value with wildcards");
            }
            return change.apply(text).stream();
        }).toList());
    }

    private Search search(List<Yaml.Scalar> values) {
        List<Search> each = new ArrayList<>();
        List<ValueTest> tests = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (type == Type.EXISTS) {
                each.add(exists(values.get(i)));
            } else if (type == Type.FIELD) {
                String other = likeness == Search.Likeness.EQUAL ? values.get(i).text() : values.get(i).text().strip();
                each.add(new Search.SameAs(name, other, likeness, cased));
            } else {
                List<ValueTest> ofValue = tests(values.get(i), texts.get(i));
                tests.addAll(ofValue);
                each.add(name.isEmpty() ? new Search.Keywords(ofValue) : new Search.Field(name, ofValue));
            }
        }
        boolean apart = all || type == Type.EXISTS || type == Type.FIELD;
        Search search = all ? Search.all(each)
                : apart ? Search.any(each)
                        : name.isEmpty() ? new Search.Keywords(tests) : new Search.Field(name, tests);
        return differs ? new Search.Not(search) : search;
    }

    private Search exists(Yaml.Scalar value) {
        if (!(value.value() instanceof Boolean wanted)) {
            throw problem("“exists” of “" + name + "” has to be true or false");
        }
        return wanted ? new Search.Exists(name) : new Search.Not(new Search.Exists(name));
    }

    private List<ValueTest> tests(Yaml.Scalar value, List<SigmaText> variants) {
        return switch (type) {
        case EXPRESSION -> List.of(expression(value.text()));
        case NETWORK -> List.of(network(value.text()));
        case COMPARED -> List.of(new ValueTest.Number(order, number(value)));
        default -> texts(value, variants);
        };
    }

    private List<ValueTest> texts(Yaml.Scalar value, List<SigmaText> variants) {
        boolean isKeyword = name.isEmpty();
        if (value.value() == null && (textChanged || isKeyword)) {
            throw problem("null stands where a text is needed");
        }
        if (!textChanged && !isKeyword) {
            if (value.value() == null || value.text().isEmpty()) {
                return List.of(new ValueTest.None());
            }
            if (value.value() instanceof BigDecimal number) {
                return List.of(new ValueTest.Number(ValueTest.Order.EQUAL, number));
            }
        }
        return variants.stream()
                .<ValueTest> map(
                        text -> new ValueTest.Text(isKeyword ? text.anythingBefore().anythingBehind() : text, cased))
                .toList();
    }

    private ValueTest expression(String text) {
        try {
            return new ValueTest.Expression(Pattern.compile(text, expressionFlags));
        } catch (PatternSyntaxException e) {
            throw problem("The expression “" + text + "” cannot be read: " + e.getDescription());
        }
    }

    private ValueTest network(String text) {
        Network network = Network.of(text.strip());
        if (network == null) {
            throw problem("“" + text + "” is no network, such as 203.0.113.0/24 or 2001:db8::/32");
        }
        return new ValueTest.InNetwork(network);
    }

    private BigDecimal number(Yaml.Scalar value) {
        try {
            return value.value() instanceof BigDecimal number ? number : new BigDecimal(value.text().strip());
        } catch (NumberFormatException e) {
            throw problem("“" + value.text() + "” is no number to compare with");
        }
    }
}
