package org.rung.media;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.settings.MissingSetting;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in a bucket that speaks S3, for several servers; the keys to it come from the environment, as AWS has it. */
class BucketBlobs implements Blobs {
    private final S3Client client;
    private final String bucket;
    private final String prefix;

    BucketBlobs(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** From s3://bucket/prefix?endpoint=https://…&region=…; both parameters may be left out. */
    static BucketBlobs at(URI url) {
        return at(url, DefaultCredentialsProvider.builder().build());
    }

    static BucketBlobs at(URI url, AwsCredentialsProvider credentials) {
        if (!"s3".equals(url.getScheme()) || url.getHost() == null) {
            throw new MissingSetting(
                    "RUNG_MEDIA_URL is not the address of a bucket.",
                    "Write it as s3://bucket/prefix?endpoint=https://…&region=…, or leave it out to keep files under"
                            + " RUNG_HOME/media.");
        }
        Map<String, String> asked = Arrays.stream(
                        Optional.ofNullable(url.getQuery()).orElse("").split("&"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> pair.substring(pair.indexOf('=') + 1),
                        (first, second) -> second));
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials)
                // Stores of other makers know neither Amazon's newer checksums nor its way of cutting what is sent.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false))
                .region(Region.of(asked.getOrDefault("region", "us-east-1")));
        Optional.ofNullable(asked.get("endpoint"))
                // Stores of one's own rarely have a host name a bucket.
                .ifPresent(endpoint ->
                        builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true));
        String prefix = url.getPath().replaceAll("^/+|/+$", "");
        return new BucketBlobs(builder.build(), url.getHost(), prefix.isEmpty() ? "" : prefix + "/");
    }

    @Override
    public void put(String name, byte[] bytes) {
        client.putObject(
                put -> put.bucket(bucket).key(prefix + name).contentType("application/octet-stream"),
                RequestBody.fromBytes(bytes));
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return Optional.of(client.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + name))
                    .asByteArray());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String name) {
        client.deleteObject(delete -> delete.bucket(bucket).key(prefix + name));
    }
}
