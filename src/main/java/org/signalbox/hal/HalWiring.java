package org.signalbox.hal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link Body}, {@link RawBody} and {@link Listing} parameters, and checks content types. */
@Component
final class HalWiring implements WebMvcConfigurer {

    private final BodyReader bodies;
    private final ListingReader listings;

    HalWiring(BodyReader bodies, ListingReader listings) {
        this.bodies = bodies;
        this.listings = listings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(bodies);
        resolvers.add(listings);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContentTypes())
                .addPathPatterns(ApiPath.ROOT, ApiPath.ROOT + "/**");
    }
}
