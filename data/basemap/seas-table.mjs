/**
 * Seas, gulfs and straits that get a name, set in italics. `angle` turns the
 * text clockwise, in degrees. `alternatives` are other names in use, for the
 * publisher to choose from. `position` lies well inside the water, but for the
 * Suez Canal, which the data do not have. The default "Persian Gulf": United
 * Nations Secretariat, editorial directive ST/CS/SER.A/29/Rev.1 (1999).
 */
export const SEAS = [
  { name: 'Mediterranean', position: [5.0, 37.9], minZoom: 2.2 },
  { name: 'Black Sea', position: [34.3, 43.2], minZoom: 2.2 },
  { name: 'Caspian', position: [50.4, 42.0], minZoom: 2.2 },
  { name: 'Red Sea', position: [37.9, 20.9], minZoom: 2.2, angle: 58 },
  { name: 'Arabian Sea', position: [64.5, 17.6], minZoom: 2.2 },
  { name: 'Atlantic Ocean', position: [-69.6, 30.4], minZoom: 2.2 },
  { name: 'North Atlantic', position: [-38, 37], minZoom: 1 },
  { name: 'South Atlantic', position: [-15, -24], minZoom: 1 },
  { name: 'Indian Ocean', position: [78, -22], minZoom: 1 },
  { name: 'North Pacific', position: [-150, 32], minZoom: 1 },
  { name: 'South Pacific', position: [-125, -28], minZoom: 1 },
  { name: 'Southern Ocean', position: [100, -59], minZoom: 1 },
  { name: 'Arctic Ocean', position: [-160, 79], minZoom: 1 },
  {
    name: 'Persian Gulf',
    alternatives: ['Arabian Gulf', 'the Gulf'],
    position: [51.4, 27.0],
    minZoom: 3.2,
    angle: 42,
  },
  { name: 'Gulf of Oman', position: [58.9, 24.75], minZoom: 3.8, angle: 24 },
  { name: 'Gulf of Aden', position: [47.8, 12.5], minZoom: 3.2, angle: -14 },
  { name: 'Bay of Bengal', position: [88.5, 14.5], minZoom: 2.6 },
  { name: 'North Sea', position: [3.2, 56.2], minZoom: 2.8 },
  { name: 'Baltic Sea', position: [19.4, 57.0], minZoom: 3.2 },
  { name: 'Bay of Biscay', position: [-4.6, 45.2], minZoom: 3.4 },
  { name: 'Caribbean Sea', position: [-74.2, 14.6], minZoom: 2.8 },
  {
    name: 'Gulf of Mexico',
    alternatives: ['Gulf of America'],
    position: [-90.2, 25.4],
    minZoom: 2.8,
  },
  { name: 'Adriatic Sea', position: [16.1, 42.7], minZoom: 4, angle: 40 },
  { name: 'Tyrrhenian Sea', position: [12.2, 39.9], minZoom: 4.2 },
  { name: 'Ionian Sea', position: [18.6, 37.6], minZoom: 4 },
  { name: 'Aegean Sea', position: [25.1, 38.6], minZoom: 4, angle: 58 },
  { name: 'Sea of Crete', position: [25.2, 35.9], minZoom: 5.4 },
  { name: 'Levantine Sea', position: [31.6, 33.4], minZoom: 4.4 },
  { name: 'Gulf of Sidra', position: [18.4, 31.6], minZoom: 4.6 },
  { name: 'Sea of Azov', position: [36.6, 46.1], minZoom: 5.2 },
  { name: 'Sea of Marmara', position: [28.1, 40.72], minZoom: 6.2 },
  { name: 'Strait of Gibraltar', position: [-5.75, 35.95], minZoom: 6 },
  { name: 'Strait of Hormuz', position: [56.55, 26.5], minZoom: 5 },
  { name: 'Bab el-Mandeb', position: [43.35, 12.55], minZoom: 5.4 },
  { name: 'Suez Canal', position: [32.33, 30.55], minZoom: 5.2 },
  { name: 'Gulf of Suez', position: [33.05, 28.75], minZoom: 6, angle: 52 },
  { name: 'Gulf of Aqaba', position: [34.72, 28.85], minZoom: 6.4, angle: -68 },
]
