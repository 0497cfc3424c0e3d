package org.rung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pictures of one's own: what is taken in, who may send it, and who gets it at which address. */
@RungTest
class PicturesTest {
    @Autowired
    Pictures pictures;

    @Autowired
    Attachments attachments;

    @Autowired
    Keeping keeping;

    @Autowired
    AttachmentStore store;

    @Autowired
    Blobs blobs;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext web;

    private MockMvc door;
    private NewOrganization here;
    private Actor.Member tess;
    private Actor.Member tom;

    @BeforeEach
    void two_texters() {
        clock.set(TestClock.TUESDAY_NOON);
        door = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        here = NewOrganization.with(db);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
    }

    @Test
    void what_is_kept_of_a_photo_says_nothing_of_where_it_was_taken() {
        Attachment offered = pictures.offer(tess, "C:\\holiday\\IMG_1.jpg", Drawn.photo(80, 40));

        assertThat(offered.name()).isEqualTo("IMG_1.jpg");
        assertThat(offered.state()).isEqualTo(AttachmentState.OFFERED);
        byte[] kept = blobs.get(Pending.blobName(here.organizationId(), offered.attachmentId()))
                .orElseThrow();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Somewhere");
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        assertThatThrownBy(() -> pictures.offer(
                        tess, "flyer.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("not a JPEG, PNG or GIF");
        assertThatThrownBy(() -> pictures.offer(tess, "flyer.png", Drawn.bomb()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> pictures.offer(tess, "flyer.png", new byte[Pictures.MOST_BYTES + 1]))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("20 MB");
    }

    @Test
    void a_gif_that_no_carrier_takes_is_refused_with_the_next_step() {
        byte[] still = Drawn.picture("gif", 8, 8, 3);
        var large = new java.io.ByteArrayOutputStream();
        large.write(still, 0, still.length - 1);
        int flags = still[10] & 0xFF;
        int head = 13 + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
        while (large.size() <= Chosen.MOST_BYTES) {
            large.write(still, head, still.length - head - 1);
        }
        large.write(0x3B);

        assertThatThrownBy(() -> pictures.offer(tess, "cats.gif", large.toByteArray()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("more than 5 MB");
    }

    @Test
    void only_its_author_sends_a_picture_until_a_script_has_it() {
        AttachmentId mine = offered(tess, 1);
        Actor.Member stranger = NewOrganization.with(db).member(Role.ORGANIZER);

        assertThat(pictures.chosen(tess, List.of(mine)).count()).isEqualTo(1);
        assertThatThrownBy(() -> pictures.chosen(tom, List.of(mine))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> pictures.chosen(stranger, List.of(mine))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> pictures.keep(stranger.organization(), List.of(mine)))
                .isInstanceOf(Problem.Invalid.class);

        pictures.keep(here.organizationId(), List.of(mine));

        assertThat(pictures.chosen(tom, List.of(mine)).count()).isEqualTo(1);
        assertThatThrownBy(() -> pictures.chosen(stranger, List.of(mine))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void no_more_leave_with_one_text_than_a_provider_takes() {
        AttachmentId one = offered(tess, 1);

        assertThatThrownBy(() -> pictures.chosen(tess, java.util.Collections.nCopies(11, one)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("10 can leave");
        var half = new Chosen.One(new MediaFileId(Id.next()), "", Chosen.MOST_BYTES / 2 + 1);
        assertThatThrownBy(() -> new Chosen(List.of(half, half)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("5 MB");
    }

    @Test
    void what_nobody_sent_goes_after_a_week_and_what_a_script_or_a_text_has_stays() {
        AttachmentId begun = offered(tess, 2);
        AttachmentId scripts = offered(tess, 3);
        AttachmentId texted = offered(tess, 4);
        pictures.keep(here.organizationId(), List.of(scripts));
        var text = new MessageId(Id.next());
        attachments.sent(here.organizationId(), text, Phones.fresh(), pictures.chosen(tess, List.of(texted)));

        clock.tick(Duration.ofDays(6));
        keeping.forgetOffered(clock.instant().minus(Duration.ofDays(7)));
        assertThat(pictures.find(here.organizationId(), begun)).isPresent();

        clock.tick(Duration.ofDays(2));
        keeping.forgetOffered(clock.instant().minus(Duration.ofDays(7)));
        assertThat(pictures.find(here.organizationId(), begun)).isEmpty();
        assertThat(pictures.find(here.organizationId(), texted)).isEmpty();
        assertThat(pictures.find(here.organizationId(), scripts)).isPresent();
        assertThat(attachments.of(here.organizationId(), List.of(text))).containsKey(text);
        assertThat(db.fetchValue(
                        "select count(*) from media_files where organization_id = ?",
                        here.organizationId().value()))
                .isEqualTo(2L);
    }

    @Test
    void an_upload_that_was_ended_half_way_leaves_nothing() {
        var id = new AttachmentId(Id.next());
        store.offered(here.organizationId(), id, tess.memberId(), "half.jpg", clock.instant());

        assertThat(pictures.find(here.organizationId(), id)).isEmpty();
        assertThatThrownBy(() -> pictures.chosen(tess, List.of(id))).isInstanceOf(Problem.Invalid.class);
        clock.tick(Duration.ofDays(8));
        assertThat(keeping.forgetOffered(clock.instant().minus(Duration.ofDays(7))))
                .isPositive();
        assertThat(db.fetchValue("select count(*) from attachments where attachment_id = ?", id.value()))
                .isEqualTo(0L);
    }

    @Test
    void the_signed_address_serves_its_one_file_until_its_time_is_over() throws Exception {
        URI address = address(5);
        URI other = address(6);

        var answer = get(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getContentAsByteArray()).startsWith(0x89, 'P', 'N', 'G');

        String[] parts = address.getPath().split("/");
        String[] others = other.getPath().split("/");
        String until = parts[4];
        for (String wrong : List.of(
                // another file, a longer time, another signature, none
                "/media/out/" + others[3] + "/" + until + "/" + parts[5],
                "/media/out/" + parts[3] + "/" + (Long.parseLong(until) + 1) + "/" + parts[5],
                "/media/out/" + parts[3] + "/" + until + "/" + others[5],
                "/media/out/" + parts[3] + "/" + until + "/x",
                "/media/out/" + parts[3] + "/99999999999999999999/" + parts[5],
                "/media/out/nonsense/" + until + "/" + parts[5])) {
            assertThat(get(URI.create(wrong)).getStatus()).as(wrong).isEqualTo(404);
        }
        // The address of members asks who one is.
        assertThat(get(URI.create("/media/" + parts[3])).getStatus()).isEqualTo(401);

        clock.tick(Duration.ofHours(7));
        assertThat(get(address).getStatus()).isEqualTo(404);
    }

    @Test
    void an_erased_persons_picture_is_gone_for_whoever_kept_the_address() throws Exception {
        var nia = Phones.fresh();
        var text = new MessageId(Id.next());
        attachments.sent(here.organizationId(), text, nia, pictures.chosen(tess, List.of(offered(tess, 7))));
        URI address = attachments.addresses(List.of(text)).get(text).getFirst();
        assertThat(get(address).getStatus()).isEqualTo(200);

        attachments.forget(here.organizationId(), List.of(nia));

        assertThat(get(address).getStatus()).isEqualTo(404);
    }

    private URI address(int shade) {
        var text = new MessageId(Id.next());
        attachments.sent(
                here.organizationId(), text, Phones.fresh(), pictures.chosen(tess, List.of(offered(tess, shade))));
        return attachments.addresses(List.of(text)).get(text).getFirst();
    }

    private AttachmentId offered(Actor.Member member, int shade) {
        return pictures.offer(member, "flyer.png", clear(shade)).attachmentId();
    }

    /** With a clear corner, so that it stays a PNG. */
    private static byte[] clear(int shade) {
        var image = new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        image.setRGB(4, 4, 0xFF000000 | shade);
        var out = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", out);
        } catch (java.io.IOException memory) {
            throw new java.io.UncheckedIOException(memory);
        }
        return out.toByteArray();
    }

    private MockHttpServletResponse get(URI address) throws Exception {
        return door.perform(MockMvcRequestBuilders.get(address.getRawPath()))
                .andReturn()
                .getResponse();
    }

    @Test
    void the_key_before_the_last_still_opens() {
        var settings = new org.rung.settings.RungSettings(
                java.nio.file.Path.of("."),
                1,
                URI.create("https://rung.example.org/"),
                false,
                false,
                List.of("o".repeat(40)));
        var later = new org.rung.settings.RungSettings(
                java.nio.file.Path.of("."),
                1,
                URI.create("https://rung.example.org"),
                false,
                false,
                List.of("n".repeat(40), "o".repeat(40)));
        var id = new AttachmentId(Id.next());
        String[] parts = new SignedAddresses(settings, clock).of(id).getPath().split("/");

        assertThat(new SignedAddresses(later, clock).read(parts[3], parts[4], parts[5]))
                .contains(id);
        assertThat(new SignedAddresses(settings, clock).read(parts[3], parts[4], sign(later, id)))
                .isEqualTo(Optional.empty());
    }

    private String sign(org.rung.settings.RungSettings settings, AttachmentId id) {
        return new SignedAddresses(settings, clock).of(id).getPath().split("/")[5];
    }
}
