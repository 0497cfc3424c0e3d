package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.rung.media.Attachments;
import org.rung.media.Drawn;
import org.rung.media.Pictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The bytes of what came and went with texts, for other programs. */
@RungTest
class MediaApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Pictures pictures;

    @Autowired
    Attachments attachments;

    @Autowired
    DSLContext db;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void a_picture_is_handed_to_whoever_may_see_conversations_and_never_opens_in_place() {
        var answer = program.with(Permission.SEE_CONVERSATIONS).get("/media/" + picture());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().getContentType()).isEqualTo("image/jpeg");
        assertThat(answer.raw().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("flyer.jpg");
        assertThat(answer.raw().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.raw().getContentAsByteArray()).startsWith(0xFF, 0xD8);
    }

    @Test
    void to_others_it_does_not_exist() {
        String id = picture();

        assertThat(program.with(Permission.TEXT).get("/media/" + id).status()).isEqualTo(403);
        assertThat(program.withToken("").get("/media/" + id).status()).isEqualTo(401);
        assertThat(Program.of(house).get("/media/" + id).status()).isEqualTo(404);
        assertThat(program.get("/media/nonsense").status()).isEqualTo(400);
        assertThat(program.get("/media/" + new MessageId(Id.next()).text()).status())
                .isEqualTo(404);
    }

    private String picture() {
        var tess = new NewOrganization(program.organization, db).member(Role.TEXTER);
        var flyer = pictures.offer(tess, "flyer.jpg", Drawn.picture("jpeg", 40, 30, 12));
        var text = new MessageId(Id.next());
        attachments.sent(
                program.organization, text, Phones.fresh(), pictures.chosen(tess, List.of(flyer.attachmentId())));
        return attachments
                .of(program.organization, List.of(text))
                .get(text)
                .getFirst()
                .attachmentId()
                .text();
    }
}
