package org.rung.scripts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.rung.common.Problem;

/**
 * Finds a script in a document: what stands before the first list or the first heading of an answer is the first text,
 * each point of the list an answer with its reply, and a list below a point the question that follows. Headings with words
 * below them, rows of a table, and lines such as "Yes: Great!" are answers too.
 */
final class DocumentTree {
    private static final Pattern OPENS = Pattern.compile(
            "(?iu)^\\W*(first|initial|opening|primer|mensaje inicial)?\\s*(text|message|script|mensaje|texto|guion|guión)"
                    + "(\\s+(text|message|inicial))?\\s*[:.–—-]*\\s*$");
    private static final Pattern OPENING = Pattern.compile(
            "(?iu)^(first|initial|opening|primer)?\\s*(text|message|script|mensaje|texto)(\\s+inicial)?\\s*:\\s*");
    private static final Pattern ANSWERS =
            Pattern.compile("(?iu)^\\W*(answers?|responses?|replies|survey|options|respuestas?|opciones)\\W*$");
    private static final int LONGEST_QUESTION = 300;

    private final Deque<DocumentBlock> blocks;
    private final List<String> left = new ArrayList<>();
    private final DocumentAnswers answers = new DocumentAnswers(left);

    private DocumentTree(List<DocumentBlock> blocks) {
        this.blocks = new ArrayDeque<>(blocks);
    }

    static DocumentScript of(String title, Document document) {
        return new DocumentTree(DocumentBlock.of(document.body())).read(title);
    }

    private DocumentScript read(String title) {
        String name = title;
        if (blocks.peek() instanceof DocumentBlock.Heading heading && !opens(heading)) {
            name = heading.words();
            blocks.remove();
        }
        if (blocks.peek() instanceof DocumentBlock.Heading heading && opens(heading)) blocks.remove();
        List<String> first = new ArrayList<>();
        Optional<String> asked = Optional.empty();
        // Whatever comes first is said first, even if it looks like an answer.
        while (blocks.peek() instanceof DocumentBlock.Words words
                && (first.isEmpty() || !DocumentAnswers.answer(words))) {
            blocks.remove();
            if (DocumentAnswers.ASKS.matcher(words.words()).find())
                asked = Optional.of(DocumentAnswers.ASKS.matcher(words.words()).replaceFirst(""));
            else if (!OPENS.matcher(words.words()).matches()) first.add(words.words());
        }
        while (blocks.size() > 1
                && blocks.peek() instanceof DocumentBlock.Heading heading
                && (ANSWERS.matcher(heading.words()).matches()
                        || heading.words().endsWith("?")
                        || followedByItems())) {
            blocks.remove();
            if (!ANSWERS.matcher(heading.words()).matches()) asked = Optional.of(heading.words());
        }
        String firstText = DocumentFields.ours(
                DocumentAnswers.bare(OPENING.matcher(String.join("\n\n", first)).replaceFirst("")));
        if (firstText.isBlank()) throw new Problem.Invalid("document", "problem.document-empty");
        Optional<Question> question = answers.below(blocks, asked.or(() -> lastAsked(firstText)));
        blocks.forEach(answers::leave);
        return new DocumentScript(
                name.strip().length() > 100 ? name.strip().substring(0, 100) : name.strip(),
                new ScriptTree(firstText, question),
                left);
    }

    private boolean followedByItems() {
        return blocks.stream()
                .skip(1)
                .findFirst()
                .filter(DocumentBlock.Items.class::isInstance)
                .isPresent();
    }

    private static boolean opens(DocumentBlock.Heading heading) {
        return OPENS.matcher(heading.words()).matches();
    }

    /** What a text asks last: the question that its answers answer. */
    static Optional<String> lastAsked(String text) {
        int end = text.lastIndexOf('?');
        if (end < 0) return Optional.empty();
        int begin = Math.max(
                Math.max(text.lastIndexOf('.', end), text.lastIndexOf('!', end)),
                Math.max(text.lastIndexOf('\n', end), text.lastIndexOf('?', end - 1)));
        String asked = text.substring(begin + 1, end + 1).strip();
        return asked.isEmpty() || asked.length() > LONGEST_QUESTION ? Optional.empty() : Optional.of(asked);
    }
}
