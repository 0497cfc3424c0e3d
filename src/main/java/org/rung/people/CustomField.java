package org.rung.people;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * A column that an organization added to its people; filters and merge fields name it by its key (see {@link FieldKey}).
 *
 * @param choices of a field that is one of several; empty for the others
 */
public record CustomField(CustomFieldId customFieldId, String key, String label, FieldType type, List<String> choices) {
    private static final int SHOWN = 10;

    /**
     * The value as it is kept.
     *
     * @throws Problem.Invalid naming the field but not the value, since a list's faults are kept apart from its rows
     */
    public String written(String value) {
        return type.written(value, choices).orElseThrow(() -> switch (type) {
            case NUMBER -> new Problem.Invalid("field", "problem.field-value-number", label);
            case DATE -> new Problem.Invalid("field", "problem.field-value-date", label);
            case YES_NO -> new Problem.Invalid("field", "problem.field-value-yes", label);
            case TEXT, CHOICE ->
                new Problem.Invalid(
                        "field",
                        "problem.field-value-choice",
                        label,
                        String.join(", ", choices.stream().limit(SHOWN).toList()));
        });
    }

    /** What a kept value of this field counts as; empty for text. */
    Optional<BigDecimal> number(String written) {
        return type == FieldType.NUMBER ? Optional.of(new BigDecimal(written)) : Optional.empty();
    }
}
