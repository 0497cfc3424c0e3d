package org.rung;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

// Two rooms may use the same short word for a thing of their own.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class RungApplication {

    public static void main(String[] arguments) {
        // JDBC turns datetimes into timestamps in the default zone: any zone with a summer time loses an hour a year.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(RungApplication.class, arguments);
    }
}
