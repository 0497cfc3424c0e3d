package org.rung.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.EventStory;
import org.rung.events.Venue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Files of a kit: what is taken, who gets them, and when they go. */
class KitFilesTest extends EventStory {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    KitFiles files;

    private Event umbrella;

    @BeforeEach
    void anUmbrella() {
        umbrella = umbrella();
    }

    @Test
    void an_organizer_adds_them_and_the_host_saves_them() throws Exception {
        files.add(ora, umbrella.eventId(), "C:\\kits\\..\\Name \"tags\".exe", PDF);
        files.add(ora, umbrella.eventId(), "Liesmich", "Grüße\nund Tee".getBytes(StandardCharsets.UTF_8));
        files.add(ora, umbrella.eventId(), "Script.docx", word("word/styles.xml"));
        assertThat(files.of(ora, umbrella.eventId()))
                .extracting(KitFile::name)
                .containsExactly("Name tags.pdf", "Liesmich.txt", "Script.docx");
        String token = hostOf(umbrella);
        var page = open("/door/" + token).getContentAsString();
        for (KitFile file : files.of(ora, umbrella.eventId())) {
            String address = "/door/" + token + "/kit/" + file.kitFileId().text();
            assertThat(page).contains(address);
            var answer = open(address);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        }
        var pdf = open("/door/" + token + "/kit/"
                + files.of(ora, umbrella.eventId()).getFirst().kitFileId().text());
        assertThat(pdf.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
    }

    @Test
    void what_it_is_its_bytes_say() throws IOException {
        byte[] page = "<!doctype html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] script = "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8);
        byte[] odd = {'a', 0, 'b', 1, 2, 3};
        byte[] broken = {'o', 'k', ' ', (byte) 0xC3, (byte) 0x28};
        for (byte[] bytes : List.of(page, script, odd, broken, new byte[0], word("word/vbaProject.bin"), zip())) {
            assertThatThrownBy(() -> files.add(ora, umbrella.eventId(), "Kit.pdf", bytes))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class,
                            wrong -> assertThat(wrong.field()).isEqualTo("file"));
        }
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThatThrownBy(() -> files.add(ora, umbrella.eventId(), "Kit.pdf", large))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(files.of(ora, umbrella.eventId())).isEmpty();
    }

    @Test
    void nobody_else_gets_one() throws Exception {
        KitFileId id = files.add(ora, umbrella.eventId(), "Kit.pdf", PDF);
        String kit = "/kit/" + id.text();
        String ofAnother = hostOf(umbrella());
        Event alone = meeting();
        hosts.add(ora, alone.eventId(), person("Bo"));
        String ofNone = hosts.of(ora, alone.eventId()).getFirst().token();
        for (String token : List.of(ofAnother, ofNone, "nothing")) {
            assertThat(open("/door/" + token + kit).getStatus()).as(token).isEqualTo(404);
        }
        String removed = hostOf(umbrella);
        var held = events.page(
                        ora,
                        org.rung.events.EventFilter.heldUnder(umbrella.eventId()),
                        org.rung.common.Page.Wanted.first(5))
                .rows()
                .getFirst()
                .eventId();
        hosts.remove(ora, held, hosts.of(ora, held).getFirst().eventHostId());
        assertThat(open("/door/" + removed + kit).getStatus()).isEqualTo(404);

        var strangers = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThat(files.open(strangers, id)).isEmpty();
        assertThatThrownBy(() -> files.remove(strangers, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> files.add(strangers, umbrella.eventId(), "Kit.pdf", PDF))
                .isInstanceOf(Problem.Missing.class);
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> files.open(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> files.add(here.member(Role.COORDINATOR), umbrella.eventId(), "Kit.pdf", PDF))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> files.add(ora, alone.eventId(), "Kit.pdf", PDF))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(open("/kit-files/" + id.text()).getStatus()).isNotEqualTo(200);
    }

    @Test
    void there_are_five_also_when_two_windows_add_at_once() throws Exception {
        for (int i = 0; i < 4; i++) files.add(ora, umbrella.eventId(), "Kit " + i, PDF);
        Callable<Boolean> add = () -> {
            try {
                files.add(ora, umbrella.eventId(), "Kit", PDF);
                return true;
            } catch (Problem.Invalid full) {
                return false;
            }
        };
        assertThat(AtOnce.all(List.of(add, add, add))).containsOnlyOnce(true);
        assertThat(files.of(ora, umbrella.eventId())).hasSize(KitFiles.MOST);
        files.remove(ora, files.of(ora, umbrella.eventId()).getFirst().kitFileId());
        assertThat(files.of(ora, umbrella.eventId())).hasSize(4);
    }

    @Test
    void they_go_with_what_is_called_off() {
        KitFileId id = files.add(ora, umbrella.eventId(), "Kit.pdf", PDF);
        events.cancel(ora, umbrella.eventId());
        assertThat(files.open(ora, id)).isEmpty();
        assertThat(db.fetchOne(
                                "select count(*) from kit_files where event_id = ?",
                                umbrella.eventId().value())
                        .get(0, int.class))
                .isZero();
        assertThatThrownBy(() -> files.add(ora, umbrella.eventId(), "Kit.pdf", PDF))
                .isInstanceOf(Problem.Conflict.class);
    }

    private Event umbrella() {
        EventId id = events.make(
                ora,
                EventDraft.of("House meetings", ZONE, Venue.NONE, List.of()).asUmbrella("Bring tea."));
        events.publish(ora, id);
        return events.get(ora, id);
    }

    /** The token of somebody who hosts one under it. */
    private String hostOf(Event under) {
        Event held = published(EventDraft.of("House meetings", ZONE, LIBRARY, List.of(shift(3, Optional.empty())))
                .heldUnder(under.eventId()));
        hosts.add(ora, held.eventId(), person("Hana"));
        return hosts.of(ora, held.eventId()).getFirst().token();
    }

    private MockHttpServletResponse open(String path) throws Exception {
        var answer = browser().perform(get(path)).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    private static byte[] word(String more) throws IOException {
        return zip("[Content_Types].xml", "word/document.xml", more);
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
