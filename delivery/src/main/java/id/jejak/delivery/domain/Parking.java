package id.jejak.delivery.domain;

import id.jejak.delivery.Remedy;

/** Why a parcel is parked: what helps, and the remote's own code and words. */
public record Parking(Remedy remedy, String code, String reason) {}
