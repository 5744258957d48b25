use std::io::Read; use std::time::Instant;
fn main(){ let mut s=String::new(); std::io::stdin().read_to_string(&mut s).unwrap();
 let docs: Vec<String>=s.lines().filter(|l|!l.is_empty()).map(|l|serde_json::from_str::<serde_json::Value>(l).unwrap()["text"].as_str().unwrap().to_owned()).collect();
 let b:usize=docs.iter().map(|d|d.len()).sum();
 nutgraf::from_text(docs[0].as_str()).unwrap();
 let mut best=vec![]; for _ in 0..7{ let t=Instant::now(); let mut n=0; for d in &docs{ n+=nutgraf::from_text(d.as_str()).unwrap().segments().len(); } let e=t.elapsed().as_secs_f64(); best.push(b as f64/e/1e6); std::hint::black_box(n);} best.sort_by(f64::total_cmp); println!("{} docs {:.1} MB median {:.0} MB/s max {:.0}",docs.len(),b as f64/1e6,best[3],best[6]); }
