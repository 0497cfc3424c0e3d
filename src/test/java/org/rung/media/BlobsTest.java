package org.rung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rung.settings.MissingSetting;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Both places for bytes keep the same promise. */
class BlobsTest {
    private FakeBucket bucket;

    @TempDir
    Path folder;

    @BeforeEach
    void a_bucket() throws IOException {
        bucket = new FakeBucket();
    }

    @AfterEach
    void it_goes() {
        bucket.close();
    }

    @Test
    void a_folder_keeps_hands_out_and_deletes() {
        promise(new FolderBlobs(folder, Clock.systemUTC()));
    }

    @Test
    void a_bucket_keeps_hands_out_and_deletes_for_whoever_signs_right() {
        promise(bucket(FakeBucket.SECRET));
    }

    private static void promise(Blobs blobs) {
        byte[] large = new byte[3_000_000];
        new java.util.Random(7).nextBytes(large);

        assertThat(blobs.get("one/two")).isEmpty();
        blobs.delete("one/two");
        blobs.put("one/two", large);
        blobs.put("one/two", large);
        blobs.put("one/two-shown", new byte[] {1});
        blobs.put("one/none", new byte[0]);

        assertThat(blobs.get("one/two").orElseThrow()).isEqualTo(large);
        assertThat(blobs.get("one/two-shown").orElseThrow()).containsExactly(1);
        assertThat(blobs.get("one/none").orElseThrow()).isEmpty();
        blobs.delete("one/two");
        assertThat(blobs.get("one/two")).isEmpty();
        assertThat(blobs.get("one/two-shown")).isPresent();
    }

    @Test
    void files_of_a_bucket_stand_under_its_prefix() {
        bucket(FakeBucket.SECRET).put("one/two", new byte[] {1});

        assertThat(bucket.kept).containsOnlyKeys("/pictures/of/rung/one/two");
    }

    @Test
    void a_bucket_that_is_slow_for_a_moment_is_asked_again() {
        bucket.failures = 1;
        bucket(FakeBucket.SECRET).put("one/two", new byte[] {1});

        assertThat(bucket.kept).hasSize(1);
    }

    @Test
    void with_another_key_nothing_is_kept_and_nobody_takes_that_for_a_file_that_is_not_there() {
        Blobs wrong = bucket("another-secret");

        assertThatThrownBy(() -> wrong.put("one/two", new byte[] {1})).isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> wrong.get("one/two")).isInstanceOf(S3Exception.class);
        assertThat(bucket.kept).isEmpty();
    }

    @Test
    void a_name_never_leads_out_of_the_folder() {
        assertThatThrownBy(() -> new FolderBlobs(folder, Clock.systemUTC()).get("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void what_is_no_bucket_is_said_with_the_next_step() {
        assertThatThrownBy(() -> BucketBlobs.at(URI.create("https://example.org/bucket")))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("RUNG_MEDIA_URL");
    }

    private Blobs bucket(String secret) {
        return BucketBlobs.at(
                bucket.address(), StaticCredentialsProvider.create(AwsBasicCredentials.create(FakeBucket.KEY, secret)));
    }
}
