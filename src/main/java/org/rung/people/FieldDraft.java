package org.rung.people;

import java.util.List;
import org.rung.common.Problem;

/** What a form says of a custom field. */
public record FieldDraft(String label, FieldType type, List<String> choices) {
    private static final int LONGEST_LABEL = 80;
    private static final int MOST_CHOICES = 100;
    private static final int LONGEST_CHOICE = 120;

    public FieldDraft {
        label = label.strip();
        if (label.isEmpty() || label.codePointCount(0, label.length()) > LONGEST_LABEL)
            throw new Problem.Invalid("label", "problem.length", 1, LONGEST_LABEL);
        choices = type == FieldType.CHOICE
                ? choices.stream()
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
        var wrong = choices.size() > MOST_CHOICES
                || choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE)
                || type == FieldType.CHOICE && choices.isEmpty();
        if (wrong) throw new Problem.Invalid("choices", "problem.field-choices");
    }
}
