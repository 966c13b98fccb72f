package id.jejak.ttac.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A location to be added.
 *
 * @param latitude degrees, -90 to 90; TTAC compares at seven decimals
 * @param longitude degrees, -180 to 180
 */
public record NewLocation(String address, String phone, @Nullable String fax, BigDecimal latitude,
    BigDecimal longitude) {}
