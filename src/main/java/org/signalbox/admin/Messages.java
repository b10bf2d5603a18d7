package org.signalbox.admin;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all pages: each area has a file of its own in each language. */
@Configuration(proxyBeanMethods = false)
class Messages {
    private static final String FOLDER = "messages";
    private static final String ENDING = ".properties";

    @Bean
    static MessageSource messageSource() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + FOLDER + "/*" + ENDING);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                Stream.of(files)
                        .map(file -> String.valueOf(file.getFilename()))
                        .filter(name -> !name.contains("_"))
                        .map(name -> FOLDER + "/" + name.replace(ENDING, ""))
                        .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
