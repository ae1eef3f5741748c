package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.text.Text;

/**
 * Reads one line of a selection, {@code Field|contains|all: values}, or a list of keywords: applies the modifiers to
 * the values in the order in which they are written.
 */
final class FieldReader {

    private static final Set<String> NOT_FOR_KEYWORDS = Set.of("startswith", "endswith", "exists", "fieldref", "lt",
            "lte", "gt", "gte", "neq", "cidr", "minute", "hour", "day", "week", "month", "year");

    /** Modifiers that read a value as a text of its own; the others say themselves why null is not one. */
    private static final Set<String> NOT_OF_NULL = Set.of("re", "fieldref", "expand");

    /** What kind of test the values make. */
    private enum Type {
        TEXT,
        EXPRESSION,
        NETWORK,
        COMPARED,
        EXISTS,
        FIELD
    }

    private final SigmaPlace place;
    private final Map<String, List<String>> placeholders;
    private final String name;
    private final List<List<WildcardText>> texts = new ArrayList<>();
    private Type type = Type.TEXT;
    private ValueTest.Order order = ValueTest.Order.EQUAL;
    private Search.Likeness likeness = Search.Likeness.EQUAL;
    private @Nullable TimePart part;
    private int expressionFlags;
    private boolean textChanged;
    private boolean all;
    private boolean cased;
    private boolean differs;

    private FieldReader(SigmaPlace place, Map<String, List<String>> placeholders, String name) {
        this.place = place;
        this.placeholders = placeholders;
        this.name = name;
    }

    /**
     * @param key
     *            the field with its modifiers; keywords have no field
     * @param placeholders
     *            the values of the placeholders that {@code expand} replaces, by name
     */
    static Search read(String file, String key, Yaml value, Map<String, List<String>> placeholders) {
        String[] parts = key.split("\\|", -1);
        FieldReader reader = new FieldReader(new SigmaPlace(file, value.line()), placeholders, parts[0].strip());
        List<String> modifiers = Arrays.stream(parts).skip(1).map(part -> part.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<Yaml.Scalar> values = reader.scalars(value, modifiers);
        if (modifiers.contains("expand")) {
            values = reader.expanded(values);
        }
        values.forEach(each -> reader.texts.add(List.of(WildcardText.of(each.value() == null ? "" : each.text()))));
        modifiers.forEach(reader::apply);
        return reader.search(values);
    }

    private SigmaException problem(Text text) {
        return new SigmaException(place, text);
    }

    private SigmaException doesNotCombine(String modifier) {
        return problem(SigmaRuleText.MODIFIERS_DO_NOT_COMBINE.with(modifier));
    }

    private List<Yaml.Scalar> scalars(Yaml value, List<String> modifiers) {
        if (name.isEmpty()) {
            modifiers.stream().filter(NOT_FOR_KEYWORDS::contains).findFirst().ifPresent(modifier -> {
                throw problem(SigmaRuleText.MODIFIER_NEEDS_FIELD.with(modifier));
            });
        }
        List<Yaml> given = value instanceof Yaml.Items list ? list.items() : List.of(value);
        if (given.isEmpty()) {
            throw problem(SigmaRuleText.EMPTY_LIST.with(name));
        }
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml each : given) {
            if (!(each instanceof Yaml.Scalar scalar)) {
                throw problem(SigmaRuleText.VALUE_NOT_SUPPORTED.with(name, each.kind()));
            }
            if (scalar.value() == null && modifiers.stream().anyMatch(NOT_OF_NULL::contains)) {
                throw problem(SigmaRuleText.NULL_AS_TEXT.with(name));
            }
            scalars.add(scalar);
        }
        if (modifiers.contains("all") && !modifiers.contains("expand") && scalars.size() == 1) {
            throw problem(SigmaRuleText.ALL_OF_ONE.with(name));
        }
        return scalars;
    }

    private List<Yaml.Scalar> expanded(List<Yaml.Scalar> values) {
        List<Yaml.Scalar> expanded = new ArrayList<>();
        for (Yaml.Scalar value : values) {
            Placeholders.expand(place, value.text(), placeholders)
                    .forEach(text -> expanded.add(new Yaml.Scalar(text, text, value.line())));
        }
        return expanded;
    }

    private void apply(String modifier) {
        switch (modifier) {
        case "all" -> all = true;
        case "cased" -> cased = true;
        case "neq" -> differs = true;
        case "expand" -> {
            // was done before the others, whose values it gives
        }
        case "contains" -> around(modifier, Search.Likeness.CONTAINS);
        case "startswith" -> around(modifier, Search.Likeness.STARTS_WITH);
        case "endswith" -> around(modifier, Search.Likeness.ENDS_WITH);
        case "windash" -> change(modifier, text -> List.of(text.withAnyDash()), true);
        case "wide", "utf16le" -> change(modifier, text -> List.of(Encodings.utf16(text, true, false)), false);
        case "utf16be" -> change(modifier, text -> List.of(Encodings.utf16(text, false, false)), false);
        case "utf16" -> change(modifier, text -> List.of(Encodings.utf16(text, true, true)), false);
        case "base64" -> change(modifier, text -> List.of(Encodings.base64(text)), false);
        case "base64offset" -> change(modifier, Encodings::base64AtAnyOffset, false);
        case "re" -> become(Type.EXPRESSION, modifier);
        case "i", "m", "s" -> flag(modifier);
        case "cidr" -> become(Type.NETWORK, modifier);
        case "lt" -> compare(modifier, ValueTest.Order.LESS);
        case "lte" -> compare(modifier, ValueTest.Order.AT_MOST);
        case "gt" -> compare(modifier, ValueTest.Order.MORE);
        case "gte" -> compare(modifier, ValueTest.Order.AT_LEAST);
        case "exists" -> become(Type.EXISTS, modifier);
        case "fieldref" -> become(Type.FIELD, modifier);
        default -> timePart(modifier);
        }
    }

    private void become(Type wanted, String modifier) {
        if (type != Type.TEXT || part != null || textChanged && wanted != Type.FIELD) {
            throw doesNotCombine(modifier);
        }
        type = wanted;
    }

    private void compare(String modifier, ValueTest.Order wanted) {
        if (type == Type.COMPARED && part != null && order == ValueTest.Order.EQUAL) {
            order = wanted; // hour|gte: the part of the time is compared
            return;
        }
        become(Type.COMPARED, modifier);
        order = wanted;
    }

    private void timePart(String modifier) {
        TimePart wanted = TimePart.named(modifier);
        if (wanted == null) {
            throw problem(SigmaRuleText.MODIFIER_NOT_SUPPORTED.with(modifier));
        }
        if (type != Type.COMPARED) {
            become(Type.COMPARED, modifier);
        } else if (part != null) {
            throw doesNotCombine(modifier);
        }
        part = wanted;
    }

    private void flag(String modifier) {
        if (type != Type.EXPRESSION) {
            throw problem(SigmaRuleText.FLAG_WITHOUT_RE.with(modifier));
        }
        expressionFlags |= switch (modifier) {
        case "i" -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case "m" -> Pattern.MULTILINE;
        default -> Pattern.DOTALL;
        };
    }

    private void around(String modifier, Search.Likeness where) {
        if (type == Type.TEXT) {
            textChanged = true;
            texts.replaceAll(variants -> variants.stream().map(text -> switch (where) {
            case STARTS_WITH -> text.anythingAfter();
            case ENDS_WITH -> text.anythingBefore();
            default -> text.anythingBefore().anythingAfter();
            }).toList());
        } else if (type != Type.FIELD) {
            throw doesNotCombine(modifier);
        }
        likeness = where;
    }

    private void change(String modifier, Function<WildcardText, List<WildcardText>> change, boolean takesWildcards) {
        if (type != Type.TEXT) {
            throw doesNotCombine(modifier);
        }
        textChanged = true;
        texts.replaceAll(variants -> variants.stream().flatMap(text -> {
            if (!takesWildcards && text.hasWildcards()) {
                throw problem(SigmaRuleText.MODIFIER_WITH_WILDCARDS.with(modifier));
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
                each.add(new Search.SameAs(name, values.get(i).text().strip(), likeness, cased));
            } else {
                List<ValueTest> ofValue = tests(values.get(i), texts.get(i));
                tests.addAll(ofValue);
                each.add(ofTests(ofValue));
            }
        }
        // no value is asked for by itself: what is found in columns of texts has to be looked for otherwise
        boolean apart = tests.isEmpty() || values.size() > 1 && tests.stream().anyMatch(ValueTest::asksForNone);
        Search search = all ? Search.all(each) : apart ? Search.any(each) : ofTests(tests);
        return differs ? new Search.Not(search) : search;
    }

    private Search ofTests(List<ValueTest> tests) {
        return name.isEmpty() ? new Search.Keywords(tests) : new Search.Field(name, tests);
    }

    private Search exists(Yaml.Scalar value) {
        if (!(value.value() instanceof Boolean wanted)) {
            throw problem(SigmaRuleText.EXISTS_NOT_TRUE_OR_FALSE.with(name));
        }
        return wanted ? new Search.Exists(name) : new Search.Not(new Search.Exists(name));
    }

    private List<ValueTest> tests(Yaml.Scalar value, List<WildcardText> variants) {
        return switch (type) {
        case EXPRESSION -> List.of(expression(value.text()));
        case NETWORK -> List.of(network(value.text()));
        case COMPARED -> List.of(part == null ? new ValueTest.Number(order, number(value)) : timePart(part, value));
        default -> texts(value, variants);
        };
    }

    private List<ValueTest> texts(Yaml.Scalar value, List<WildcardText> variants) {
        boolean isKeyword = name.isEmpty();
        if (value.value() == null) {
            if (textChanged || isKeyword) {
                throw problem(SigmaRuleText.NULL_AS_TEXT.with(name));
            }
            return List.of(new ValueTest.None());
        }
        Set<WildcardText> all = new LinkedHashSet<>(variants);
        if (!textChanged && !(value.value() instanceof String)) {
            // a number is compared as text: as it is written, and as YAML reads it (0x11 is 17)
            all.add(WildcardText.of(value.value() instanceof BigDecimal number ? number.toPlainString()
                    : value.value().toString()));
        }
        return all.stream()
                .<ValueTest> map(text -> new ValueTest.Text(isKeyword ? text.anythingBefore().anythingAfter() : text,
                        cased))
                .toList();
    }

    private ValueTest expression(String text) {
        try {
            return new ValueTest.Expression(Pattern.compile(text, expressionFlags));
        } catch (PatternSyntaxException e) {
            throw problem(SigmaRuleText.EXPRESSION_UNREADABLE.with(text, e.getDescription()));
        }
    }

    private ValueTest network(String text) {
        Network network = Network.of(text.strip());
        if (network == null) {
            throw problem(SigmaRuleText.NOT_A_NETWORK.with(text));
        }
        return new ValueTest.InNetwork(network);
    }

    private BigDecimal number(Yaml.Scalar value) {
        if (value.value() instanceof BigDecimal number) {
            return number;
        }
        BigDecimal number = ValueTest.Number.of(value.text());
        if (number == null) {
            throw problem(SigmaRuleText.COMPARISON_NOT_A_NUMBER.with(value.text()));
        }
        return number;
    }

    private ValueTest timePart(TimePart wanted, Yaml.Scalar value) {
        BigDecimal number = number(value);
        if (number.compareTo(BigDecimal.valueOf(number.intValue())) != 0 || !wanted.canBe(number.intValue())) {
            throw problem(SigmaRuleText.TIME_PART_OUT_OF_RANGE.with(value.text(), wanted.word()));
        }
        return new ValueTest.PartOfTime(wanted, order, number.intValue());
    }
}
