package org.rung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.messaging.Inbox;
import org.rung.messaging.Texts;
import org.rung.senders.Arrival;
import org.rung.senders.ArrivedFile;
import org.rung.senders.Fetched;
import org.rung.senders.ProviderFiles;
import org.rung.senders.SenderKeys;
import org.rung.senders.Senders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A picture from the webhook to the thread, with everything that goes wrong on the way. */
@RungTest
class FetchingTest {
    private static final byte[] PHOTO = Drawn.photo(60, 30);

    @Autowired
    Inbox inbox;

    @Autowired
    Texts texts;

    @Autowired
    Senders senders;

    @Autowired
    Organizations organizations;

    @Autowired
    AttachmentStore store;

    @Autowired
    FileStore files;

    @Autowired
    Keeping keeping;

    @Autowired
    MediaJobs jobs;

    @Autowired
    SignedAddresses addresses;

    @Autowired
    ObjectProvider<Readers> readers;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private final Deque<Fetched> answers = new ArrayDeque<>();
    private final List<String> deleted = new ArrayList<>();
    private boolean deletes = true;
    private OrganizationId here;
    private PhoneNumber nia;
    private Blobs blobs;
    private Attachments attachments;
    private Fetching fetching;

    private final ProviderFiles provider = new ProviderFiles() {
        @Override
        public Fetched fetch(SenderKeys keys, String url, int largest) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }

        @Override
        public boolean delete(SenderKeys keys, String url) {
            deleted.add(url);
            return deletes;
        }
    };

    @BeforeEach
    void an_organization_with_a_number() {
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        nia = Phones.fresh();
        blobs = new FolderBlobs(folder, clock);
        attachments = new Attachments(store, files, blobs, jobs, addresses, readers, clock);
        fetching = new Fetching(store, keeping, blobs, senders, provider, clock);
    }

    @Test
    void a_picture_is_stored_with_its_text_and_fetched_and_then_deleted_at_the_provider() throws Exception {
        answers.add(new Fetched.Here(PHOTO));
        MessageId text = sends(nia, "url-1");
        assertThat(of(text).state()).isEqualTo(AttachmentState.WAITING);

        assertThat(fetching.of(of(text).attachmentId())).isEmpty();

        assertThat(of(text).state()).isEqualTo(AttachmentState.KEPT);
        assertThat(deleted).containsExactly("url-1");
        assertThat(store.pending(of(text).attachmentId())).isEmpty();
        Served served =
                attachments.open(organizer(here), of(text).attachmentId()).orElseThrow();
        assertThat(served.mime()).isEqualTo("image/jpeg");
        assertThat(new String(served.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void a_webhook_that_comes_again_fetches_nothing_twice() {
        String providerId = "MM" + Id.next();
        delivers(providerId, nia, "url-1");
        delivers(providerId, nia, "url-1");

        assertThat(db.fetchValue("select count(*) from attachments where organization_id = ?", here.value()))
                .isEqualTo(1L);
    }

    @Test
    void the_same_bytes_from_two_people_are_kept_once_and_go_with_the_last() throws Exception {
        answers.add(new Fetched.Here(PHOTO));
        PhoneNumber omar = Phones.fresh();
        MessageId first = sends(nia, "url-1");
        MessageId second = sends(omar, "url-2");
        fetching.of(of(first).attachmentId());
        fetching.of(of(second).attachmentId());
        assertThat(onDisk()).isEqualTo(2);

        attachments.forget(here, List.of(nia));
        assertThat(attachments.of(here, List.of(first))).isEmpty();
        assertThat(attachments.open(organizer(here), of(second).attachmentId())).isPresent();

        attachments.forget(here, List.of(omar));
        assertThat(db.fetchValue("select count(*) from media_files where organization_id = ?", here.value()))
                .isEqualTo(0L);
    }

    @Test
    void a_provider_that_fails_is_asked_again_and_again() {
        answers.add(new Fetched.Gone());
        answers.add(new Fetched.NotNow());
        answers.add(new Fetched.Here(PHOTO));
        AttachmentId id = of(sends(nia, "url-1")).attachmentId();

        assertThat(fetching.of(id)).hasValueSatisfying(at -> assertThat(at).isAfter(clock.instant()));
        assertThat(fetching.of(id)).hasValueSatisfying(at -> assertThat(at).isAfter(clock.instant()));
        assertThat(fetching.of(id)).isEmpty();
    }

    @Test
    void after_the_last_try_the_thread_says_so() {
        answers.add(new Fetched.NotNow());
        MessageId text = sends(nia, "url-1");
        AttachmentId id = of(text).attachmentId();
        int tries = 1;
        while (fetching.of(id).isPresent() && tries < 50) tries++;

        // Within hours six times, then daily for a month: a token that breaks on a Friday loses no pictures.
        assertThat(tries).isEqualTo(37);
        assertThat(of(text).state()).isEqualTo(AttachmentState.LOST);
        assertThat(of(text).trouble()).contains(Trouble.SILENT);
        // The only copy there is.
        assertThat(deleted).isEmpty();
    }

    @Test
    void what_is_gone_at_the_provider_is_given_up_within_a_day() {
        answers.add(new Fetched.Gone());
        MessageId text = sends(nia, "url-1");
        int tries = 1;
        while (fetching.of(of(text).attachmentId()).isPresent() && tries < 50) tries++;

        assertThat(tries).isEqualTo(7);
        assertThat(of(text).trouble()).contains(Trouble.GONE);
    }

    @Test
    void a_file_that_ends_the_server_while_it_is_kept_is_not_tried_for_ever() {
        answers.add(new Fetched.Here(PHOTO));
        AttachmentId id = of(sends(nia, "url-1")).attachmentId();
        Blobs full = new Blobs() {
            @Override
            public void put(String name, byte[] bytes) {
                throw new OutOfMemoryError("as if");
            }

            @Override
            public Optional<byte[]> get(String name) {
                return Optional.empty();
            }

            @Override
            public void delete(String name) {}
        };
        var dying = new Fetching(store, keeping, full, senders, provider, clock);
        int deaths = 0;
        while (deaths < 100) {
            try {
                dying.of(id);
                break;
            } catch (OutOfMemoryError asIf) {
                deaths++;
            }
        }

        assertThat(deaths).isBetween(1, 40);
        assertThat(store.pending(id)).isEmpty();
    }

    @Test
    void what_is_elsewhere_or_too_large_is_refused_at_once() {
        answers.add(new Fetched.Foreign());
        answers.add(new Fetched.TooLarge());
        MessageId elsewhere = sends(nia, "http://169.254.169.254/latest");
        MessageId large = sends(nia, "url-2");
        fetching.of(of(elsewhere).attachmentId());
        fetching.of(of(large).attachmentId());

        assertThat(of(elsewhere).trouble()).contains(Trouble.FOREIGN);
        assertThat(of(large).trouble()).contains(Trouble.TOO_LARGE);
        assertThat(deleted).containsExactly("url-2");
    }

    @Test
    void ended_between_fetching_and_storing_it_begins_again_and_leaves_nothing_behind() throws Exception {
        answers.add(new Fetched.Here(PHOTO));
        AttachmentId id = of(sends(nia, "url-1")).attachmentId();
        Blobs dies = new Blobs() {
            @Override
            public void put(String name, byte[] bytes) {
                blobs.put(name, bytes);
                if (name.endsWith("-shown")) throw new IllegalStateException("killed");
            }

            @Override
            public Optional<byte[]> get(String name) {
                return blobs.get(name);
            }

            @Override
            public void delete(String name) {
                blobs.delete(name);
            }
        };
        assertThatThrownBy(() -> new Fetching(store, keeping, dies, senders, provider, clock).of(id))
                .hasMessage("killed");
        assertThat(deleted).isEmpty();

        assertThat(fetching.of(id)).isEmpty();
        assertThat(onDisk()).isEqualTo(2);
    }

    @Test
    void a_person_erased_while_their_picture_is_on_its_way_leaves_no_picture() throws Exception {
        answers.add(new Fetched.Here(PHOTO));
        AttachmentId id = of(sends(nia, "url-1")).attachmentId();
        blobs.put(here.text() + "/" + id.text(), PHOTO);

        texts.forget(here, List.of(nia));
        fetching.of(id);

        assertThat(onDisk()).isZero();
        assertThat(deleted).containsExactly("url-1");
    }

    @Test
    void what_is_no_picture_whatever_it_is_called_is_only_there_to_be_saved() {
        answers.add(new Fetched.Here("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)));
        answers.add(new Fetched.Here(Drawn.bomb()));
        for (var url : List.of("a.jpg", "b.png")) {
            MessageId text = sends(nia, url);
            fetching.of(of(text).attachmentId());
            Served served =
                    attachments.open(organizer(here), of(text).attachmentId()).orElseThrow();
            assertThat(served.inPlace()).isFalse();
            assertThat(served.mime()).isEqualTo("application/octet-stream");
        }
    }

    @Test
    void a_film_plays_in_place_without_where_it_was_made_and_what_cannot_be_cleaned_is_saved_as_it_came() {
        answers.add(new Fetched.Here(Filmed.film("qt  ", false)));
        answers.add(new Fetched.Here(Filmed.heic()));
        MessageId film = sends(nia, "a.mov");
        fetching.of(of(film).attachmentId());
        Served played =
                attachments.open(organizer(here), of(film).attachmentId()).orElseThrow();
        assertThat(played.inPlace()).isTrue();
        assertThat(played.mime()).isEqualTo("video/mp4");
        assertThat(new String(played.bytes(), StandardCharsets.ISO_8859_1))
                .contains(Filmed.SEEN)
                .doesNotContain("51.5");

        MessageId picture = sends(nia, "b.heic");
        fetching.of(of(picture).attachmentId());
        assertThat(of(picture).file())
                .hasValueSatisfying(kept -> assertThat(kept).returns(false, Attachment.Kept::shown));
        Served saved =
                attachments.open(organizer(here), of(picture).attachmentId()).orElseThrow();
        assertThat(saved.inPlace()).isFalse();
        assertThat(saved.mime()).isEqualTo("application/octet-stream");
        assertThat(saved.bytes()).isEqualTo(Filmed.heic());
    }

    @Test
    void a_sound_without_notes_is_kept_once_and_played_as_it_came() throws Exception {
        byte[] voice = "#!AMR\nsilence".getBytes(StandardCharsets.US_ASCII);
        answers.add(new Fetched.Here(voice));
        MessageId text = sends(nia, "a.amr");
        fetching.of(of(text).attachmentId());

        assertThat(onDisk()).isEqualTo(1);
        assertThat(attachments.open(organizer(here), of(text).attachmentId()))
                .hasValueSatisfying(served -> assertThat(served)
                        .returns(true, Served::inPlace)
                        .returns("audio/amr", Served::mime)
                        .returns(voice, Served::bytes));
    }

    @Test
    void nobody_of_another_organization_and_no_texter_without_the_conversation_gets_it() {
        answers.add(new Fetched.Here(PHOTO));
        MessageId text = sends(nia, "url-1");
        AttachmentId id = of(text).attachmentId();
        fetching.of(id);

        assertThat(attachments.open(organizer(NewOrganization.with(db).organizationId()), id))
                .isEmpty();
        assertThat(attachments.open(new NewOrganization(here, db).member(Role.TEXTER), id))
                .isEmpty();
        assertThat(attachments.open(organizer(here), id)).isPresent();
    }

    private Actor organizer(OrganizationId organizationId) {
        return new NewOrganization(organizationId, db).member(Role.ORGANIZER);
    }

    private MessageId sends(PhoneNumber phone, String url) {
        String providerId = "MM" + Id.next();
        delivers(providerId, phone, url);
        return new MessageId((Long) db.fetchValue("select message_id from messages where provider_id = ?", providerId));
    }

    private void delivers(String providerId, PhoneNumber phone, String url) {
        inbox.arrived(
                here,
                senders.usual(here).orElseThrow(),
                new Arrival(providerId, phone, "", List.of(new ArrivedFile(url)), Optional.empty()));
    }

    private Attachment of(MessageId text) {
        return attachments.of(here, List.of(text)).getOrDefault(text, List.of()).getFirst();
    }

    private long onDisk() throws Exception {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
