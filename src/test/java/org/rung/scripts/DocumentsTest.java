package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

/** Documents as organizers have them. */
class DocumentsTest {

    @Test
    void a_list_with_lists_below_it_becomes_a_tree() {
        var read = Documents.pasted("Untitled", """
                # Rent strike turnout

                ## First text

                Hi {{firstName}}, it's {{texterFirstName}} with {{orgName}}. Will you come on Thursday? Reply STOP to end

                ## Answers

                - **Yes**: "Great! Could you bring someone?"
                  - Sure: Wonderful, thank you!
                  - Not this time: That is fine.
                - **Maybe** – Can I check in with you the day before?
                - Stop
                """);

        var tree = read.tree();
        assertThat(read.name()).isEqualTo("Rent strike turnout");
        assertThat(read.left()).isEmpty();
        assertThat(tree.firstText())
                .isEqualTo("Hi {firstName|there}, it's {texter.firstName} with {organization.name}. Will you come on"
                        + " Thursday? Reply STOP to end");
        var question = tree.question().orElseThrow();
        assertThat(question.words()).isEqualTo("Will you come on Thursday?");
        assertThat(question.answers()).extracting(AnswerChoice::label).containsExactly("Yes", "Maybe", "Stop");
        var yes = question.answers().getFirst();
        assertThat(yes.reply()).isEqualTo("Great! Could you bring someone?");
        assertThat(yes.next().orElseThrow().words()).isEqualTo("Could you bring someone?");
        assertThat(yes.next().orElseThrow().answers())
                .extracting(AnswerChoice::reply)
                .containsExactly("Wonderful, thank you!", "That is fine.");
        assertThat(question.answers().get(1).reply()).isEqualTo("Can I check in with you the day before?");
        assertThat(question.answers().get(2).effects()).containsExactly(new Effect.OptOut());
    }

    @Test
    void headings_with_words_below_them_are_answers_too() {
        var tree = Documents.pasted("Untitled", """
                # Clinic defense

                Hi [First Name], this is [Texter Name]. Can you take a shift on Saturday?

                ## Can they?

                ### Yes
                Thank you! Morning or afternoon?

                #### Morning
                See you at 8.

                #### Afternoon
                See you at 1.

                ### If no
                Thanks for telling me.
                """).tree();

        var question = tree.question().orElseThrow();
        assertThat(question.words()).isEqualTo("Can they?");
        assertThat(question.answers()).extracting(AnswerChoice::label).containsExactly("Yes", "no");
        assertThat(question.answers().getFirst().next().orElseThrow().answers())
                .extracting(AnswerChoice::reply)
                .containsExactly("See you at 8.", "See you at 1.");
    }

    @Test
    void lines_without_any_marks_are_read_as_they_are_meant() {
        var tree = Documents.pasted("Untitled", """
                Initial message: Hey %FNAME%, are you with us?

                Question: Are they?

                Yes: Great!
                No: Sorry to hear it. More at https://example.org
                """).tree();

        assertThat(tree.firstText()).isEqualTo("Hey {firstName|there}, are you with us?");
        assertThat(tree.question().orElseThrow().words()).isEqualTo("Are they?");
        assertThat(tree.question().orElseThrow().answers())
                .extracting(AnswerChoice::reply)
                .containsExactly("Great!", "Sorry to hear it. More at https://example.org");
    }

    @Test
    void a_table_is_answers_and_replies_and_what_fits_nowhere_is_said() {
        var read = Documents.pasted("Untitled", """
                Will you come? Reply STOP to end

                | Answer | Say |
                |---|---|
                | Yes | See you! |
                | No | Thanks. |

                Remember to smile.
                """);

        assertThat(read.tree().question().orElseThrow().answers())
                .extracting(AnswerChoice::label, AnswerChoice::reply)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Yes", "See you!"),
                        org.assertj.core.groups.Tuple.tuple("No", "Thanks."));
        assertThat(read.left()).containsExactly("Remember to smile.");
    }

    @Test
    void a_word_document_with_a_table_in_a_list_is_read() throws IOException {
        var read = Documents.read(
                "Turnout plan.docx",
                word(paragraph("Hi {firstName}, will you come?")
                        + "<w:tbl><w:tr>" + cell("Yes") + cell("See you!") + "</w:tr><w:tr>" + cell("No")
                        + cell("Thanks.")
                        + "</w:tr></w:tbl>"));

        assertThat(read.name()).isEqualTo("Turnout plan");
        assertThat(read.tree().firstText()).isEqualTo("Hi {firstName|there}, will you come?");
        assertThat(read.tree().question().orElseThrow().answers())
                .extracting(AnswerChoice::reply)
                .containsExactly("See you!", "Thanks.");
    }

    @Test
    void words_that_look_like_a_page_stay_words() {
        var tree = Documents.pasted("Untitled", "Hi <script>alert(1)</script> <Texter Name>, coming?")
                .tree();

        assertThat(tree.firstText()).isEqualTo("Hi <script>alert(1)</script> {texter.firstName}, coming?");
    }

    @Test
    void what_is_no_document_is_refused_in_words() throws IOException {
        refused("plan.pdf", new byte[] {1}, "problem.document-kind");
        refused("plan.docx", "no zip".getBytes(StandardCharsets.UTF_8), "problem.document-broken");
        refused(
                "plan.docx",
                zip(List.of("word/other.xml"), List.of("<a/>".getBytes(StandardCharsets.UTF_8))),
                "problem.document-broken");
        refused("plan.md", " \n ".getBytes(StandardCharsets.UTF_8), "problem.document-empty");
        refused("plan.md", new byte[Documents.LARGEST + 1], "problem.document-large");
        refused(
                "plan.docx",
                zip(List.of("word/document.xml"), List.of(new byte[40_000_000])),
                "problem.document-large");
        refused(
                "plan.docx",
                zip(
                        List.of("word/document.xml"),
                        List.of("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
                                .getBytes(StandardCharsets.UTF_8))),
                "problem.document-broken");
    }

    private static void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> Documents.read(name, bytes))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo(why));
    }

    private static String paragraph(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String cell(String words) {
        return "<w:tc>" + paragraph(words) + "</w:tc>";
    }

    private static byte[] word(String body) throws IOException {
        String types =
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
        String relations = "<?xml version=\"1.0\"?><Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                + " Target=\"word/document.xml\"/></Relationships>";
        String document = "<?xml version=\"1.0\"?><w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "</w:body></w:document>";
        return zip(
                List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
                List.of(
                        types.getBytes(StandardCharsets.UTF_8),
                        relations.getBytes(StandardCharsets.UTF_8),
                        document.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(List<String> names, List<byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(parts.get(i));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
