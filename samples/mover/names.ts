// Invented people: common given names beside surnames of places and plants.

export const FIRST_NAMES =
  'Abel Ada Aiko Alma Amir Anika Arlo Astrid Beatriz Bram Carmen Cedric Celia Cosmo Dalia Darius Delphine Edith Elio Emre Esme Farah Felix Fiona Gideon Greta Hana Hector Ida Ivo Jasper Jolene Kaito Karin Lars Leona Lucian Mabel Malik Mina Nadir Nell Odette Omar Orla Pascal Petra Quentin Ramona Rafiq Rosalind Saskia Silvan Talia Tobias Una Vikram Wilma Xavier Yara Zelda'.split(
    ' ',
  );

export const LAST_NAMES =
  'Alderwick Ashgrove Barrowby Beckmere Birchall Bramwell Caldermoor Cinderby Coppersmith Cranmoor Dalewick Darnholm Eastlake Elmsworth Fairholt Fenwater Foxbury Glenmark Goldcrest Greywater Hallowell Harrowgate Hawksmoor Heathcliff Ironside Juniper Kestrel Kingsmere Larkspur Longmeadow Maplethorpe Marshwood Merriwick Millbrook Northgate Oakhurst Oldcastle Pinewood Quarrymen Ravensworth Redfern Ridgeway Rosewater Saltmarsh Silverton Stonebridge Summerfield Thistlewood Thornbury Underhill Valewood Wainscott Waterford Westerly Whitlock Wildwood Willowby Winterbourne Yarrow Zephyrine'.split(
    ' ',
  );

export const STREETS = [
  'Elm St',
  'Oak Ave',
  'Prairie Rose Way',
  'Coulee Dr',
  'Bow Trail',
  'Poplar Cres',
  'Grain Elevator Rd',
  'Chinook Blvd',
  'Saddle Ridge Ct',
  'Lakeview Pl',
  'Meadowlark Ln',
  'Foothills Rd',
];

export const CITIES: Readonly<Record<string, readonly { city: string; state: string; zip: string }[]>> = {
  calgary: [
    { city: 'Calgary', state: 'AB', zip: 'T2P 1J9' },
    { city: 'Airdrie', state: 'AB', zip: 'T4B 0A1' },
    { city: 'Okotoks', state: 'AB', zip: 'T1S 1A2' },
  ],
  edmonton: [
    { city: 'Edmonton', state: 'AB', zip: 'T5J 0N3' },
    { city: 'St. Albert', state: 'AB', zip: 'T8N 1B4' },
  ],
  london: [
    { city: 'London', state: 'ON', zip: 'N6A 1A1' },
    { city: 'Woodstock', state: 'ON', zip: 'N4S 1A7' },
  ],
  austin: [
    { city: 'Austin', state: 'TX', zip: '78701' },
    { city: 'Round Rock', state: 'TX', zip: '78664' },
  ],
  kelowna: [
    { city: 'Kelowna', state: 'BC', zip: 'V1Y 1J4' },
    { city: 'Vernon', state: 'BC', zip: 'V1T 1P9' },
  ],
  saskatoon: [{ city: 'Saskatoon', state: 'SK', zip: 'S7K 0J5' }],
  regina: [{ city: 'Regina', state: 'SK', zip: 'S4P 3Y2' }],
  bellingham: [{ city: 'Bellingham', state: 'WA', zip: '98225' }],
};

export const PROPERTY_TYPES = ['House', 'Apartment', 'Townhouse', 'Storage Unit', 'Condo'];

export const LOST_REASONS = [
  'Price too high',
  'Already booked with another mover',
  'No availability',
  'No longer moving',
  'Unable to contact',
  'Follow up 3 - No Response',
  'follow up 3 no response',
  'Only in planning stages',
  'Unable to service',
];

export const CANCEL_REASONS = [
  'decided to go with another mover',
  "didn't close on house",
  'price was to high',
  'no availability',
  'service no longer needed',
];

export const BAD_REASONS = [
  'Duplicate lead',
  'Spam',
  'Bad phone number',
  'Bad email address',
  'Outside service territory',
  'Single item move',
  'Employment inquiry',
];
